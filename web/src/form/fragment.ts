// SPDX-License-Identifier: MIT
//
// The form as one readable line behind the # of the page's address, so that a link restores it exactly:
//   v=1&r=kraken-eea&b=mark&l=marginal&c=BTC:1@100000~5,USD:250&p=PF_SOLUSD:long:500@200~201:x10&i=SOL:200&q=EUR&t=…
//   v=2&a=2026-11-23T15:40:00-06:00&w=multi&c=USD:250&o=PF_SOLUSD:short:5@:stop:g180:reduce&w=single:BTC:0.01&i=…
//   r  rulebook [@date]    b  margin basis        l  levels              n  other switches of the rules
//   k  client              a  moment              y  30-day volume       t  title
//   w  begins an account:  multi | single:COIN:balance | us:cash[:news][:carried][:n liquidations]
//   c  collateral          ASSET:quantity[@price][~haircut in percent]
//   p  positions           CONTRACT:side:size@entryPrice[~markPrice][:x maxLeverage | :m isolatedMargin][:f funding]
//   o  orders              CONTRACT:side:size[@price][:type][:g triggerPrice][:signal][:reduce][:maker][:ioc]
//                          [:cross | :isolated][:x maxLeverage]
//   x  transfers           ASSET:quantity[:out]      q  profit currency
//   i  index prices of assets that are not held         e  the reader's own figures of the rulebook
//   m  mark prices of contracts without a position      z  last prices
//   f  funding rates, percent an hour or :abs           d  order books: CONTRACT:bids:asks, each price@size;…
//   s  expiries of dated contracts, ISO dates
// A rulebook without a date is the latest of its id; the date is written where there is more than the program's own.
// What follows the rulebook or a default is left out. A text that is no number is kept as well, after "!".
// Version 1 had one multi-collateral account and the keys of its example: such forms are still written so.

/** Longer fragments are neither written nor read. */
export const kLongestFragment = 8192;
export const kLongestText = 80;

/** A rulebook's id, and the day from which it is in effect. */
export const kRulebook = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(?:@\d{4}-\d\d-\d\d)?$/;

/** The keys that a version may use. */
export const fragmentKeys: Readonly<Record<string, string>> = { 1: "vrblcpiqt", 2: "vrblcpiqtnkaywoxezmfds" };
/** Keys that belong to the account begun last. */
export const kWalletKeys = "cpoxq";
