"""A case in the forms that other programs read: GeoJSON, STIX 2.1, PROV-JSON."""
