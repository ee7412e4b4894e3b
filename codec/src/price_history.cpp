// SPDX-License-Identifier: MIT
#include "price_history.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "dates.hpp"

namespace margin {
namespace {

using Cells = std::vector<std::string>;

/// CSV text, row by row. A quoted cell may hold commas, line breaks and doubled quotes.
class CsvRows {
 public:
  explicit CsvRows(std::string_view text) : text_(text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text_.starts_with(kByteOrderMark)) next_ = kByteOrderMark.size();
  }

  /// The line that the row which comes next begins on.
  std::size_t line() const noexcept { return line_; }

  /// The cells of the next row without the white space around them; nullopt at the end.
  std::optional<Cells> next() {
    if (next_ >= text_.size()) return std::nullopt;
    Cells cells(1);
    bool quoted = false;
    for (; next_ < text_.size(); ++next_) {
      const char c = text_[next_];
      if (c == '\n') ++line_;
      if (c == '"') {
        const bool doubled = quoted && next_ + 1 < text_.size() && text_[next_ + 1] == '"';
        if (doubled) cells.back() += text_[++next_];
        quoted = doubled || !quoted;
      } else if (quoted || (c != ',' && c != '\n')) {
        cells.back() += c;
      } else if (c == ',') {
        cells.emplace_back();
      } else {
        ++next_;
        break;
      }
    }
    for (std::string& cell : cells) cell = trimmed(cell);
    return cells;
  }

 private:
  static std::string trimmed(const std::string& cell) {
    constexpr const char* kSpace = " \t\r";
    const std::size_t begin = cell.find_first_not_of(kSpace);
    return begin == std::string::npos ? "" : cell.substr(begin, cell.find_last_not_of(kSpace) - begin + 1);
  }

  std::string_view text_;
  std::size_t next_ = 0;
  std::size_t line_ = 1;
};

bool isEmpty(const Cells& cells) noexcept { return cells.size() == 1 && cells.front().empty(); }

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

/// Digits and nothing else.
bool isWhole(std::string_view text) noexcept {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A moment as exchanges write it; nullopt where text is none.
std::optional<Instant> momentOf(const std::string& text) {
  // Of seconds since 1970 ten digits reach to 2286; thirteen are milliseconds.
  if (isWhole(text) && text.size() == 10) return std::atoll(text.c_str());
  if (isWhole(text) && text.size() == 13) return std::atoll(text.c_str()) / 1000;
  if (const auto day = startOfDay(text)) return day;
  std::string iso = text;
  if (iso.size() > 10 && iso[10] == ' ') iso[10] = 'T';
  if (const auto moment = instant(iso)) return moment;
  return instant(iso + "Z");
}

/// A price in plain digits; nullopt where text is none.
std::optional<double> priceOf(const std::string& text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789.eE+-") == std::string::npos;
  char* end = nullptr;
  const double price = digits ? std::strtod(text.c_str(), &end) : 0;
  if (!digits || *end != '\0' || !(price >= kPositive.least) || !(price <= kPositive.most))
    return std::nullopt;
  return price;
}

class HistoryReader {
 public:
  HistoryReader(std::string_view csv, const Place& place, const Rulebook& rulebook, Refusals& refusals)
      : rows_(csv), place_(place), rulebook_(rulebook), refusals_(refusals) {}

  HistoryReading read() {
    const auto header = rows_.next();
    if (!header) refuse("There is no row of prices.");
    if (!header || !readHeader(*header)) return {};
    while (true) {
      line_ = rows_.line();
      const auto cells = rows_.next();
      if (!cells) break;
      if (!isEmpty(*cells)) row(*cells);
    }
    if (reading_.lines.empty() && refusals_.empty()) refuse("There is no row of prices.");
    forwards();
    return std::move(reading_);
  }

 private:
  void refuse(std::initializer_list<std::string_view> message) {
    refusals_.add(ErrorCode::OutOfRange, place_,
                  joined({"Line ", std::to_string(line_), ": ", joined(message)}));
  }
  void refuse(std::string_view message) { refuse({message}); }

  bool readHeader(const Cells& cells) {
    const std::size_t before = refusals_.count();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string name = upper(cells[i]);
      if (name == "DATE" || name == "TIME" || name == "TIMESTAMP" || name == "DATETIME") {
        if (date_) refuse("Only one column can be the date.");
        date_ = i;
        assetOf_.push_back(std::nullopt);
      } else {
        assetOf_.push_back(column(name, cells[i]));
      }
    }
    if (!date_) refuse("The header must name a column date, and assets, with commas between them.");
    if (date_ && reading_.history.assets.empty() && before == refusals_.count()) {
      refuse("The header must name an asset beside the date.");
    }
    return before == refusals_.count();
  }

  /// The place of an asset's price in each row.
  std::optional<std::size_t> column(const std::string& name, const std::string& given) {
    std::optional<AssetIndex> asset;
    for (const std::string_view suffix : {"", "/USD", "-USD", "USD"}) {
      if (asset || !name.ends_with(suffix)) continue;
      asset = rulebook_.findAsset(name.substr(0, name.size() - suffix.size()));
    }
    std::vector<AssetIndex>& assets = reading_.history.assets;
    if (!asset || *asset == kUsd) {
      refuse({"\"", given.substr(0, kMaxNameBytes), "\" is no asset of rulebook ", rulebook_.id,
              " whose price moves: name the asset, or leave the column out."});
      return std::nullopt;
    }
    if (std::count(assets.begin(), assets.end(), *asset) > 0) {
      refuse({"There are two columns of ", rulebook_.assets()[*asset].name, "."});
      return std::nullopt;
    }
    assets.push_back(*asset);
    return assets.size() - 1;
  }

  void row(const Cells& cells) {
    if (cells.size() != assetOf_.size()) {
      refuse({"There are ", std::to_string(cells.size()), " cells, but ", std::to_string(assetOf_.size()),
              " columns."});
      return;
    }
    PriceHistory::Row row;
    row.price.resize(reading_.history.assets.size());
    const auto moment = momentOf(cells[*date_]);
    bool good = moment.has_value();
    if (!moment) refuse({"\"", cells[*date_].substr(0, kMaxNameBytes), "\" is no date: write 2021-05-19."});
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!assetOf_[i]) continue;
      const auto price = priceOf(cells[i]);
      if (!price) {
        refuse({"\"", cells[i].substr(0, kMaxNameBytes), "\" is no price: write 42000.5."});
      }
      good = good && price;
      row.price[*assetOf_[i]] = price.value_or(0);
    }
    if (!good) return;
    row.at = *moment;
    add(std::move(row));
  }

  void add(PriceHistory::Row row) {
    std::vector<PriceHistory::Row>& rows = reading_.history.rows;
    if (rows.size() == 1) backwards_ = row.at < rows.back().at;
    if (!rows.empty() && !follows(row, rows.back())) return;
    rows.push_back(std::move(row));
    reading_.lines.push_back(line_);
  }

  /// Whether a row goes on from the one before it in the text.
  bool follows(const PriceHistory::Row& row, const PriceHistory::Row& before) {
    if (backwards_ ? row.at >= before.at : row.at <= before.at) {
      refuse("The date must go on from that of the row before, all the way forwards or all the way back.");
      return false;
    }
    for (std::size_t i = 0; i < row.price.size(); ++i) {
      const double ratio = row.price[i] / before.price[i];
      if (ratio >= kMinRatio && ratio <= kMaxRatio) continue;
      refuse("A price is more than a million times that of the row before, or less than a millionth of it.");
      return false;
    }
    return true;
  }

  void forwards() {
    if (!backwards_) return;
    std::reverse(reading_.history.rows.begin(), reading_.history.rows.end());
    std::reverse(reading_.lines.begin(), reading_.lines.end());
  }

  CsvRows rows_;
  const Place& place_;
  const Rulebook& rulebook_;
  Refusals& refusals_;
  HistoryReading reading_;
  std::optional<std::size_t> date_;                  ///< Column of the date.
  std::vector<std::optional<std::size_t>> assetOf_;  ///< By column.
  std::size_t line_ = 1;
  bool backwards_ = false;
};

}  // namespace

HistoryReading readHistory(std::string_view csv, const Place& place, const Rulebook& rulebook,
                           Refusals& refusals) {
  return HistoryReader(csv, place, rulebook, refusals).read();
}

}  // namespace margin
