"""Case contents into what people and programs read: HTML, JSON, CSV, FollowTheMoney."""
