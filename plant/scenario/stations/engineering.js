// SPDX-License-Identifier: Apache-2.0
// The engineering workstation at the intake controller, with snap7's client: looks who it is, lists its blocks, tries
// to fetch and replace a program, gives a session password, stops the controller, changes a value, starts it again.
'use strict';

const snap7 = require('node-snap7');
const scene = require('./scene');

const PROGRAMMING_DEVICE = 1; // connection type PG
const client = new snap7.S7Client();

/** One call of the client; a refusal is part of the scene. */
function ask(call, ...parameters) {
  return new Promise((resolve) => {
    client[call](...parameters, (failure) => {
      if (failure) {
        console.log(call + ': ' + client.ErrorText(failure));
      }
      resolve();
    });
  });
}

async function identify() {
  await ask('ReadSZLList');
  await ask('GetOrderCode');
  await ask('GetCpuInfo');
  await ask('GetCpInfo');
  await ask('GetProtection');
  await ask('PlcStatus');
  await ask('GetPlcDateTime');
}

async function look() {
  await ask('ListBlocks');
  await ask('ListBlocksOfType', client.Block_DB);
  await ask('GetAgBlockInfo', client.Block_DB, 1);
  await ask('Upload', client.Block_DB, 1, 256);
}

async function change() {
  await ask('SetSessionPassword', 'intake01');
  await ask('PlcStop');
  await ask('PlcStatus');
  await scene.reach(50);
  await ask('Download', 2, block());
  const threshold = Buffer.alloc(4);
  threshold.writeFloatBE(9.5);
  await ask('DBWrite', 1, 40, 4, threshold);
  await ask('SetPlcSystemDateTime');
  await scene.reach(55);
  await ask('PlcHotStart');
  await ask('PlcStatus');
  await ask('ClearSessionPassword');
}

/** A data block as a programming device would send it: the header of a block, then 64 bytes of data. */
function block() {
  const bytes = Buffer.alloc(36 + 64 + 36);
  bytes.write('70700102050A0002', 0, 'hex'); // DB 2, language DB
  bytes.writeUInt32BE(bytes.length, 8);
  bytes.writeUInt16BE(64, 34);
  bytes.write('INTAKE', 100, 'latin1'); // author
  return bytes;
}

async function work() {
  await scene.reach(40);
  client.SetConnectionType(PROGRAMMING_DEVICE);
  await ask('ConnectTo', process.argv[2], 0, 2);
  await identify();
  await scene.reach(43.5);
  await look();
  await scene.reach(46);
  await change();
  await scene.reach(58);
  client.Disconnect();
}

work();
