from tests.sealing_commands import sagsspor

__all__ = ["sagsspor"]
