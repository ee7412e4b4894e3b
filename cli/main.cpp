// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include "margin/codec.hpp"
#include "text_report.hpp"

namespace {

constexpr int kAccepted = 0;
constexpr int kNotWritten = 1;
constexpr int kRefused = 2;

/// All of a stream, but no more than it takes to see that it is too large.
std::optional<std::string> contents(std::istream& input) {
  std::string text;
  std::string block(1 << 16, '\0');
  while (input && text.size() <= margin::kMaxDocumentBytes) {
    input.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block, 0, static_cast<std::size_t>(input.gcount()));
  }
  if (input.bad()) return std::nullopt;
  return text;
}

std::optional<std::string> contentsOf(const std::string& file) {
  if (file == "-") return contents(std::cin);
  std::ifstream input(file, std::ios::binary);
  return input ? contents(input) : std::nullopt;
}

int unreadable(const std::string& file) {
  std::cerr << "margin: cannot read " << file << '\n';
  return kRefused;
}

int evaluateDocument(const std::string& file, bool asText) {
  const auto text = contentsOf(file);
  if (!text) return unreadable(file);
  const margin::Evaluation evaluation = margin::evaluateScenario(*text);
  if (!evaluation.errors.empty()) {
    std::cerr << margin::toJson(evaluation) << '\n';
    return kRefused;
  }
  if (asText) {
    margin::writeText(std::cout, evaluation);
  } else {
    std::cout << margin::toJson(evaluation) << '\n';
  }
  return kAccepted;
}

/// One answer a line, in order; a refused scenario has its errors in the place of its report.
bool evaluateLines(std::istream& input) {
  std::string line;
  while (std::getline(input, line)) std::cout << margin::evaluate(line) << '\n';
  return !input.bad();
}

int evaluateLinesOf(const std::string& file) {
  if (file == "-") return evaluateLines(std::cin) ? kAccepted : unreadable(file);
  std::ifstream input(file, std::ios::binary);
  return input && evaluateLines(input) ? kAccepted : unreadable(file);
}

/// A full disk or a closed pipe must not look like success.
int written(int status) {
  std::cout.flush();
  if (std::cout) return status;
  std::cerr << "margin: the answer could not be written\n";
  return kNotWritten;
}

int printRulebooks(const std::string& id) {
  for (const margin::BuiltInRulebook& rulebook : margin::builtInRulebooks()) {
    if (id.empty()) {
      std::cout << rulebook.id << '\n';
    } else if (rulebook.id == id) {
      std::cout << rulebook.json << '\n';
      return kAccepted;
    }
  }
  if (id.empty()) return kAccepted;
  std::cerr << "margin: there is no built-in rulebook " << id << "; `margin rulebooks` lists them\n";
  return kRefused;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app("Margin and liquidation prices of futures accounts. An estimate, not advice.", "margin");
  app.set_version_flag("--version", std::string(margin::version()));
  app.require_subcommand(1);

  std::string file;
  bool asText = false;
  bool byLine = false;
  CLI::App* evaluate = app.add_subcommand("evaluate", "Evaluate a scenario document");
  evaluate->add_option("file", file, "The document, or - for standard input")->required();
  CLI::Option* text = evaluate->add_flag("--text", asText, "Print a table for people in place of JSON");
  evaluate->add_flag("--lines", byLine, "One scenario a line in, one report or errors document a line out")
      ->excludes(text);

  std::string id;
  CLI::App* rulebooks = app.add_subcommand("rulebooks", "List the built-in rulebooks, or print one");
  rulebooks->add_option("id", id, "The rulebook to print");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kAccepted : kRefused;
  }
  if (rulebooks->parsed()) return written(printRulebooks(id));
  return written(byLine ? evaluateLinesOf(file) : evaluateDocument(file, asText));
}
