// SPDX-License-Identifier: MIT
#include "rulebook_commands.hpp"

#include <iostream>
#include <memory>

#include "contract_page.hpp"
#include "files.hpp"
#include "margin/codec.hpp"

namespace margin {
namespace {

/// Where a contract is looked for that no rulebook is named for.
constexpr std::string_view kSearched[] = {"kraken-global", "kraken-us"};

int printContract(const Rulebook& rulebook, ContractIndex contract) {
  writeContract(std::cout, rulebook, rulebook.contracts()[contract]);
  return kAccepted;
}

/// The built-in rulebook of an id, or the one in a file; nullptr where it is refused, which is told.
std::shared_ptr<const Rulebook> rulebookOf(const std::string& idOrFile) {
  if (auto builtIn = builtInRulebook(idOrFile)) return builtIn;
  const auto text = contentsOf(idOrFile);
  if (!text) {
    std::cerr << "margin: " << idOrFile << " is neither a built-in rulebook nor a file that can be read\n";
    return nullptr;
  }
  auto reading = readRulebook(*text);
  if (!reading.rulebook) std::cerr << checkRulebook(*text) << '\n';
  return reading.rulebook;
}

}  // namespace

int printRulebooks(const std::string& id) {
  for (const BuiltInRulebook& rulebook : builtInRulebooks()) {
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

int checkRulebookDocument(const std::string& file) {
  const auto text = contentsOf(file);
  if (!text) return unreadable(file);
  const bool right = readRulebook(*text).errors.empty();
  (right ? std::cout : std::cerr) << checkRulebook(*text) << '\n';
  return right ? kAccepted : kRefused;
}

int printContract(const std::string& symbol, const std::string& idOrFile) {
  if (!idOrFile.empty()) {
    const auto rulebook = rulebookOf(idOrFile);
    if (!rulebook) return kRefused;
    if (const auto contract = rulebook->findContract(symbol)) return printContract(*rulebook, *contract);
    std::cerr << "margin: " << symbol << " is not a contract of rulebook " << idOrFile << '\n';
    return kRefused;
  }
  for (const std::string_view id : kSearched) {
    const auto rulebook = builtInRulebook(id);
    if (const auto contract = rulebook->findContract(symbol)) return printContract(*rulebook, *contract);
  }
  std::cerr << "margin: " << symbol
            << " is not a contract of kraken-global or kraken-us; name another rulebook with --rulebook\n";
  return kRefused;
}

}  // namespace margin
