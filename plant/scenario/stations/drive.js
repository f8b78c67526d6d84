// SPDX-License-Identifier: Apache-2.0
// The conveyor's drive: a Modbus server of modbus-serial that names itself and refuses a frequency over 60.0 Hz.
// Holding registers of unit 1: 0 wanted Hz x 10, 1 actual Hz x 10, 2 current A x 10, 3 torque %, 4 state, 5 fault.
'use strict';

const { ServerTCP } = require('modbus-serial');

const ILLEGAL_ADDRESS = 2;
const ILLEGAL_VALUE = 3;
const registers = [400, 400, 187, 61, 3, 0];

function refuse(code) {
  return Object.assign(new Error('refused'), { modbusErrorCode: code });
}

const drive = {
  getHoldingRegister(address, unit, reply) {
    const known = address < registers.length;
    reply(known ? null : refuse(ILLEGAL_ADDRESS), known ? registers[address] : 0);
  },
  setRegister(address, value, unit, reply) {
    if (address !== 0) {
      return reply(refuse(ILLEGAL_ADDRESS));
    }
    if (value > 600) {
      return reply(refuse(ILLEGAL_VALUE));
    }
    registers[0] = value;
    reply(null);
  },
  readDeviceIdentification() {
    return { 0x00: 'ABB', 0x01: 'ACS580-01-046A-4', 0x02: 'AINFX 2.16', 0x04: 'ACS580', 0x05: 'Conveyor 2' };
  },
};

let seconds = 0;
setInterval(() => {
  seconds += 0.5;
  registers[1] += Math.sign(registers[0] - registers[1]) * Math.min(10, Math.abs(registers[0] - registers[1]));
  registers[2] = Math.round(registers[1] * 0.46 + 3 * Math.sin(seconds / 3));
  registers[3] = Math.round(60 + 4 * Math.sin(seconds / 5));
}, 500);

new ServerTCP(drive, { host: '0.0.0.0', port: 502, unitID: 1 });
