// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "answer_command.hpp"
#include "evaluate_command.hpp"
#include "files.hpp"
#include "margin/codec.hpp"
#include "request_options.hpp"
#include "risk_options.hpp"
#include "rulebook_commands.hpp"

namespace {

/// Each adds a subcommand, which leaves its exit status when it was called.
void addEvaluate(CLI::App& app, int& status) {
  struct Options {
    std::string file;
    bool asText = false;
    bool byLine = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("evaluate", "Evaluate a scenario document");
  command->add_option("file", options->file, "The document, or - for standard input")->required();
  CLI::Option* text =
      command->add_flag("--text", options->asText, "Print a table for people in place of JSON");
  command
      ->add_flag("--lines", options->byLine,
                 "One scenario a line in, one report or errors document a line out")
      ->excludes(text);
  command->callback([options, &status] {
    status = options->byLine ? margin::evaluateLines(options->file)
                             : margin::evaluateDocument(options->file, options->asText);
  });
}

constexpr const char* kAsText = "Print for people in place of JSON";

void addExplain(CLI::App& app, int& status) {
  struct Options {
    std::string file;
    std::string path;
    bool asText = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("explain", "The steps that lead to each figure of a scenario's report");
  command->add_option("file", options->file, "The document, or - for standard input")->required();
  command->add_option("--path", options->path,
                      "Only this figure, by its JSON Pointer, e.g. /wallets/0/marginEquity");
  command->add_flag("--text", options->asText, kAsText);
  command->callback([options, &status] {
    status = margin::explainDocument(options->file, options->path, options->asText);
  });
}

void addAnswer(CLI::App& app, int& status, const char* name, const char* description,
               int (*answer)(const std::string& file, bool asText)) {
  struct Options {
    std::string file;
    bool asText = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(name, description);
  command->add_option("file", options->file, "The document, or - for standard input")->required();
  command->add_flag("--text", options->asText, kAsText);
  command->callback([options, answer, &status] { status = answer(options->file, options->asText); });
}

void addAnswers(CLI::App& app, int& status) {
  addExplain(app, status);
  addAnswer(app, status, "equity-protection", "What the venue does where a scenario's wallets are liquidated",
            margin::protectionOf);
  addAnswer(app, status, "pledge-or-sell", "A scenario's collateral as it is and sold for USD, side by side",
            margin::pledgeOrSellOf);
  addAnswer(app, status, "compare", "A trade document in three kinds of account, side by side",
            margin::compareDocument);
}

void addRulebooks(CLI::App& app, int& status) {
  const auto id = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("rulebooks", "List the built-in rulebooks, or print one");
  command->add_option("id", *id, "The rulebook to print");
  command->callback([id, &status] { status = margin::printRulebooks(*id); });
}

void addCheckRulebook(CLI::App& app, int& status) {
  const auto file = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("check-rulebook", "Tell what is wrong with a rulebook document");
  command->add_option("file", *file, "The document, or - for standard input")->required();
  command->callback([file, &status] { status = margin::checkRulebookDocument(*file); });
}

void addContract(CLI::App& app, int& status) {
  struct Options {
    std::string symbol;
    std::string rulebook;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("contract", "Print the terms of a contract");
  command->add_option("symbol", options->symbol, "E.g. PF_XBTUSD, PI_XBTUSD or MBT")->required();
  command->add_option("--rulebook", options->rulebook, "A built-in rulebook's id, or a file");
  command->callback(
      [options, &status] { status = margin::printContract(options->symbol, options->rulebook); });
}

/// A full disk or a closed pipe must not look like success.
int written(int status) {
  std::cout.flush();
  if (std::cout) return status;
  std::cerr << "margin: the answer could not be written\n";
  return margin::kNotWritten;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app("Margin and liquidation prices of futures accounts. An estimate, not advice.", "margin");
  app.set_version_flag("--version", std::string(margin::version()));
  app.require_subcommand(1);
  int status = margin::kAccepted;
  addEvaluate(app, status);
  addAnswers(app, status);
  margin::addRequests(app, status);
  margin::addRiskRequests(app, status);
  addRulebooks(app, status);
  addCheckRulebook(app, status);
  addContract(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? margin::kAccepted : margin::kRefused;
  }
  return written(status);
}
