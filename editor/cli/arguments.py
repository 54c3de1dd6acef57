"""Arguments that several commands take."""

from __future__ import annotations

import argparse


def add_paths(parser: argparse.ArgumentParser) -> None:
    """``PATH...``"""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="manifests: files, folders or -")


def add_options(parser: argparse.ArgumentParser) -> None:
    """``--option NAME=VALUE``, for what Kubernetes leaves to the network plugin."""
    parser.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="what the network plugin does: ipblock_matches_pods=true|false, host_network=node|pod, "
        "self_via_service=true|false, egress_to_own_node=true|false",
    )
