// SPDX-License-Identifier: Apache-2.0
// The operators' SCADA server towards the intake controller: nodes7 reads each second and writes one setpoint.
'use strict';

const NodeS7 = require('nodes7');
const scene = require('./scene');

const tags = {
  level: 'DB1,REAL0',
  flow: 'DB1,REAL4',
  turbidity: 'DB1,REAL8',
  running: 'DB1,X12.0',
  automatic: 'DB1,X12.1',
  setpoint: 'DB1,REAL16',
  pumpSeconds: 'DB1,DINT20',
  rake: 'MB10',
  screen: 'IB0',
};

const connection = new NodeS7({ silent: true });

function connected(failure) {
  if (failure) {
    throw new Error(String(failure));
  }
  connection.setTranslationCB((tag) => tags[tag]);
  connection.addItems(Object.keys(tags));
  scene.every(4.2, 1, () => connection.readAllItems(() => {}));
  scene.reach(66.3).then(() => connection.writeItems('setpoint', 2.6, () => {}));
}

scene.reach(3.4).then(() =>
  connection.initiateConnection({ port: 102, host: process.argv[2], rack: 0, slot: 2 }, connected));
scene.atEnd(() => new Promise((resolve) => connection.dropConnection(resolve)));
