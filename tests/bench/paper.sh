#!/usr/bin/env bash
# How long one page takes, as a whole process: this program beside pandoc (docx) and the Python wheel of typst (pdf).
#
# usage: tests/bench/paper.sh WEEGWIJZER [PANDOC] [PYTHON]
# WEEGWIJZER is a release build; PANDOC is a pandoc of 3 or later; PYTHON has the package typst.
# All take turns, so that a busy moment meets each of them. What is printed is the median, in milliseconds.
set -euo pipefail

weegwijzer=${1:?the program to measure}
pandoc=${2:-pandoc}
python=${3:-python3}
rounds=${ROUNDS:-21}
here=$(cd "$(dirname "$0")" && pwd)
answers=$here/../../questions/openness/example.answers.yml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The peers get what stands on the sheet in a form of their own: Markdown for pandoc, its own language for typst.
"$weegwijzer" sheet --answers "$answers" --date 2026-12-03 --format md --out "$work/sheet.md"
"$pandoc" "$work/sheet.md" --to typst --standalone --metadata lang=nl --metadata title="Zo werk ik goed" --output "$work/sheet.typ"

ours() { "$weegwijzer" sheet --answers "$answers" --date 2026-12-03 --format "$1" --out "$work/ours.$1" --replace; }
names=(ours-pdf ours-docx ours-txt ours-version pandoc-docx typst-pdf python-alone)
run() {
  case $1 in
    ours-version) "$weegwijzer" --version ;;
    ours-*) ours "${1#ours-}" ;;
    pandoc-docx) "$pandoc" "$work/sheet.md" --output "$work/peer.docx" ;;
    typst-pdf) "$python" -c "import typst; typst.compile('$work/sheet.typ', output='$work/peer.pdf')" ;;
    python-alone) "$python" -c "import typst" ;;
  esac
}
measured() {
  local start=${EPOCHREALTIME/./}
  run "$1" > /dev/null
  echo $((${EPOCHREALTIME/./} - start)) >> "$work/$1.times"
}

for name in "${names[@]}"; do run "$name" > /dev/null; done
for ((round = 0; round < rounds; round++)); do
  for name in "${names[@]}"; do measured "$name"; done
done
for name in "${names[@]}"; do
  sort -n "$work/$name.times" | awk -v name="$name" '{ t[NR] = $1 } END { printf "%-14s %9.2f ms   (least %.2f, most %.2f)\n", name, t[int((NR + 1) / 2)] / 1000, t[1] / 1000, t[NR] / 1000 }'
done
