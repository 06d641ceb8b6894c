"""Command line of evaluation: `python -m eval run --questions FILE (--index DIR | --url URL) --report DIR`."""

import argparse
import sys
from pathlib import Path

import httpx

from eval.question import QuestionFileError, load_questions
from eval.report import write
from eval.run import run
from eval.served import ServerNotReadyError, served


def main() -> int:
    """Run the command; the exit code is 2 when the run could not be made."""
    parser = argparse.ArgumentParser(
        prog="python -m eval", description="Ask a question set and report how well it went."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    options = commands.add_parser("run", help="ask every question of a file and report")
    options.add_argument("--questions", type=Path, required=True, help="JSON lines, see eval/question.py")
    where = options.add_mutually_exclusive_group(required=True)
    where.add_argument("--index", type=Path, help="folder of an index; a server is started over it")
    where.add_argument("--url", help="address of a running server")
    options.add_argument("--key", help="API key of that server")
    options.add_argument("--report", type=Path, required=True, help="folder for the report")
    options.add_argument("--limit", type=int, help="ask only the first so many questions")
    args = parser.parse_args()
    try:
        questions = load_questions(args.questions)[: args.limit]
        if args.index:
            with served(args.index) as url:
                judgements = run(questions, url)
        else:
            judgements = run(questions, args.url, args.key)
    except (QuestionFileError, ServerNotReadyError, OSError, httpx.HTTPError) as problem:
        print(f"eval: {problem}", file=sys.stderr)
        return 2
    print(write(judgements, args.report, args.questions.stem))
    return 0


if __name__ == "__main__":
    sys.exit(main())
