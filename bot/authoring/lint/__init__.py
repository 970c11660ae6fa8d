"""Advice to editors about content that can be read; what cannot be read stands in ``adapters/content``."""
