"""The only writer: a fresh folder, MkDocs, the PDFs, and the finished tree put in place of the old one."""

from generator.publish.preview import serve
from generator.publish.site import Only, build_site

__all__ = ["Only", "build_site", "serve"]
