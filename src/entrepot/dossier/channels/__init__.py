"""The pages of a case's channels, one each, beside the dossier: `page.render_channel_pages`."""
