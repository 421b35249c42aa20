"""The only writer: a fresh folder, MkDocs, the PDFs, and the finished tree put in place of the old one."""

from generator.publish.preview import serve
from generator.publish.project import Project, project_of
from generator.publish.site import Only, build_site

__all__ = ["Only", "Project", "build_site", "project_of", "serve"]
