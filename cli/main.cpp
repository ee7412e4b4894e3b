// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "margin/codec.hpp"
#include "text_report.hpp"

namespace {

constexpr int kAccepted = 0;
constexpr int kRefused = 2;

std::optional<std::string> contents(const std::string& file) {
  if (file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream input(file, std::ios::binary);
  if (!input) return std::nullopt;
  std::string text(std::istreambuf_iterator<char>(input), {});
  if (input.bad()) return std::nullopt;
  return text;
}

int unreadable(const std::string& file) {
  std::cerr << "margin: cannot read " << file << '\n';
  return kRefused;
}

int evaluateDocument(const std::string& file, bool asText) {
  const auto text = contents(file);
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
int evaluateLines(std::istream& input) {
  std::string line;
  while (std::getline(input, line)) std::cout << margin::evaluate(line) << '\n';
  return kAccepted;
}

int evaluateLinesOf(const std::string& file) {
  if (file == "-") return evaluateLines(std::cin);
  std::ifstream input(file, std::ios::binary);
  return input ? evaluateLines(input) : unreadable(file);
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
  if (rulebooks->parsed()) return printRulebooks(id);
  return byLine ? evaluateLinesOf(file) : evaluateDocument(file, asText);
}
