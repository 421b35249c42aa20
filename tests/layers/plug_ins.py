"""Contract of import-linter: the modules of a folder of plug-ins never import each other, on no way.

Nothing is listed by name: every module of the folder is a plug-in, but for those that begin with an underscore.
"""

from grimp import ImportGraph, Layer
from importlinter import Contract, ContractCheck, fields, output


class PlugInsContract(Contract):
    """`packages` names the folders."""

    type_name = "plug_ins"

    packages = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001 # the signature is import-linter's
        """Find every way from a plug-in to another one."""
        del verbose
        found = [chain for package in _names(self.packages) for chain in _chains(graph, package)]
        return ContractCheck(kept=not found, metadata={"chains": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each pair of plug-ins."""
        for importer, imported in check.metadata["chains"]:
            output.print_error(f"{importer} imports {imported}, perhaps by others between them")


def _names(told: object) -> list[str]:
    """A field is replaced by its value once the contract is made."""
    return [str(each) for each in told] if isinstance(told, list) else []


def _chains(graph: ImportGraph, package: str) -> list[tuple[str, str]]:
    children = graph.find_children(package)
    plug_ins = sorted(child for child in children if not child.rpartition(".")[2].startswith("_"))
    layer = Layer(*plug_ins, independent=True)
    found = graph.find_illegal_dependencies_for_layers(layers=(layer,))
    return sorted((each.importer, each.imported) for each in found)
