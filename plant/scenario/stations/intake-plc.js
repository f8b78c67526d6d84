// SPDX-License-Identifier: Apache-2.0
// The intake controller: the S7 server of snap7 on port 102, with a screen, a raw water basin and its pump in DB1.
// DB1: REAL 0 level m, REAL 4 flow l/s, REAL 8 turbidity NTU, BOOL 12.0 pump runs, BOOL 12.1 automatic,
//      REAL 16 level setpoint m, DINT 20 pump seconds.
'use strict';

const snap7 = require('node-snap7');

const STOPPED = 4; // S7CpuStatusStop
const server = new snap7.S7Server();
const process1 = Buffer.alloc(64);
let seconds = 0;

process1.writeFloatBE(1.84, 0);
process1.writeFloatBE(2.4, 16);
process1[12] = 0x03;
process1.writeInt32BE(81240, 20);

server.RegisterArea(server.srvAreaDB, 1, process1);
server.RegisterArea(server.srvAreaDB, 2, Buffer.alloc(128, 0x11)); // recipe of the screen rake
server.RegisterArea(server.srvAreaMK, Buffer.alloc(64));
server.RegisterArea(server.srvAreaPE, Buffer.alloc(16, 0x05));
server.RegisterArea(server.srvAreaPA, Buffer.alloc(16, 0x01));

function step() {
  if (server.GetCpuStatus() === STOPPED) {
    return; // a stopped controller computes nothing: its values stand still
  }
  seconds += 0.5;
  const db = server.GetArea(server.srvAreaDB, 1);
  const level = db.readFloatBE(0);
  const wanted = db.readFloatBE(16);
  db.writeFloatBE(level + (wanted - level) * 0.01, 0);
  db.writeFloatBE(31 + Math.sin(seconds / 7), 4);
  db.writeFloatBE(6.2 + 0.4 * Math.sin(seconds / 11), 8);
  db.writeInt32BE(db.readInt32BE(20) + (seconds % 1 === 0 ? 1 : 0), 20);
  server.SetArea(server.srvAreaDB, 1, db);
}

if (!server.StartTo('0.0.0.0')) {
  throw new Error(server.ErrorText(server.LastError()));
}
setInterval(step, 500);
