// SPDX-License-Identifier: MIT
#pragma once

namespace margin {

/// Compensated sum: keeps what each addition rounds away, so that terms that cancel (hedged accounts)
/// leave what they should, and taking a term out again undoes putting it in.
class Sum {
 public:
  Sum() = default;
  explicit Sum(double term) noexcept : high_(term) {}

  Sum& operator+=(double term) noexcept {
    // Knuth's two-sum: exact for any order of magnitudes, with + and - only.
    const double total = high_ + term;
    const double added = total - high_;
    low_ += (high_ - (total - added)) + (term - added);
    high_ = total;
    return *this;
  }
  Sum& operator-=(double term) noexcept { return *this += -term; }
  Sum& operator+=(const Sum& other) noexcept {
    *this += other.high_;
    low_ += other.low_;
    return *this;
  }
  Sum& operator-=(const Sum& other) noexcept {
    *this -= other.high_;
    low_ -= other.low_;
    return *this;
  }
  friend Sum operator-(Sum left, const Sum& right) noexcept { return left -= right; }

  double value() const noexcept { return high_ + low_; }

 private:
  double high_ = 0;
  double low_ = 0;
};

}  // namespace margin
