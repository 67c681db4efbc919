//! What `--help` prints.

pub(crate) const VERSION: &str = concat!("entente ", env!("CARGO_PKG_VERSION"), "\n");

pub(crate) const ALL: &str = "
entente: news reports on diplomacy, checked, analysed and compiled

  entente check DIR              say what is wrong with a corpus, and how to mend it
  entente compile DIR -o FILE    make the archive that the page reads
  entente analyse FILE…          print what a report says, one JSON object a document

  entente COMMAND --help         more about a command
  entente --version

A corpus is a folder with a folder `documents` of plain text files (.md, .txt), or just a
folder of plain text files. A document may begin with what is known of it:

  +++
  title = \"Talks in Paris\"
  source = \"Vietnam News Agency\"
  published = \"2023-12-19\"
  +++
  Paris (VNA) - …

The keys are id, title, editorial, source, url, published, place and language; each may be
missing. Beside `documents` may lie `corpus.toml`, with title and language of the corpus, and
authority files, with what is known of those whom the reports name: people.toml,
organisations.toml, places.toml, agreements.toml, mechanisms.toml. A record looks so:

  [phan-van-giang]
  name = \"Phan Văn Giang\"
  country = \"VN\"
  aliases = [\"P. V. Giang\"]

In `meetings.toml` somebody who has read a report may confirm, correct or reject a meeting that
the analysis finds in it; `entente analyse` prints the ids:

  [id-of-the-report.id-of-the-meeting]
  verdict = \"correct\"
  reason = \"The embassy's own account gives the day.\"
  date = \"2025-05-26\"

Exit status: 0 if all is well, 1 if something is wrong with the files, 2 if it is with the
arguments.
";

pub(crate) const CHECK: &str = "
entente check DIR

Reads a corpus and prints everything that is wrong with it, one issue a line:

  file:line:column: error: what is wrong; how to mend it

A corpus with errors cannot be compiled; warnings are only advice: a record that no report
mentions, a meeting in a place of which there are several.

Examples:
  entente check corpus
  entente check . && echo ready
";

pub(crate) const COMPILE: &str = "
entente compile DIR -o FILE

Compiles a corpus into one archive. The file is written whole or not at all: if anything
goes wrong, what was there before stays. The same corpus always gives the same bytes.

Options:
  -o, --output FILE    the archive to write

Examples:
  entente compile corpus -o corpus.entente
";

pub(crate) const ANALYSE: &str = "
entente analyse FILE… [--corpus DIR]

Analyses documents and prints one JSON object a document, one a line: language, title,
date of publication, dateline, furniture of the page, entities, meetings. Offsets are bytes
of the text as received; of a file with front matter, bytes of what follows it. The file
`-` is standard input. No authority file is used, unless a corpus is given.

Options:
  --corpus DIR    use what this corpus knows, and its reviews of meetings in its own reports

Examples:
  entente analyse report.txt
  entente analyse corpus/documents/*.md > analysis.jsonl
  curl https://example.org/report.txt | entente analyse -
";
