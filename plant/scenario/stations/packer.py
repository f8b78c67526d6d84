# SPDX-License-Identifier: Apache-2.0
"""The bottle packer's controller: a Modbus server of pymodbus that names itself.

Holding registers of unit 1: 0 bottles (low word), 1 bottles (high word), 2 cases, 3 bottles a minute, 4 good %,
5 state, 6 fault, 7 glue temperature C x 10, 8 air mbar, 9 recipe; 10 to 13 the recipe: number, bottles a minute,
bottle size ml, bottles a case. Discrete inputs: 0 infeed, 1 outfeed, 2 guard closed, 3 jam.
"""
import asyncio
import math

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.device import ModbusDeviceIdentification
from pymodbus.server import StartAsyncTcpServer

IDENTITY = {
    "VendorName": "Schneider Electric",
    "ProductCode": "TM221CE24T",
    "MajorMinorRevision": "1.12.2.0",
    "VendorUrl": "https://www.example.com/m221",
    "ProductName": "Modicon M221",
    "ModelName": "M221 24 I/O",
    "UserApplicationName": "PACK2",
}
HOLDING, DISCRETE = 3, 2


def memory():
    registers = [0] * 20
    registers[0:14] = [41230, 0, 3435, 220, 98, 2, 0, 1650, 6020, 6, 6, 220, 500, 12]
    return ModbusSlaveContext(
        di=ModbusSequentialDataBlock(0, [True, True, True, False] + [False] * 12),
        co=ModbusSequentialDataBlock(0, [False] * 16),
        hr=ModbusSequentialDataBlock(0, registers),
        ir=ModbusSequentialDataBlock(0, [0] * 16),
        zero_mode=True,
    )


async def run(packer):
    """Packs twice a second, at the speed of the recipe."""
    bottles, second = 41230.0, 0.0
    while True:
        await asyncio.sleep(0.5)
        second += 0.5
        recipe, speed, _, per_case = packer.getValues(HOLDING, 10, 4)
        bottles += speed / 120
        count = int(bottles)
        glue = 1650 + round(12 * math.sin(second / 8))
        air = 6020 + round(40 * math.sin(second / 4))
        packer.setValues(
            HOLDING, 0, [count & 0xFFFF, count >> 16, count // per_case, speed, 98, 2, 0, glue, air, recipe]
        )
        packer.setValues(DISCRETE, 0, [count % 2 == 0, count % 3 == 0])


async def main():
    packer = memory()
    running = asyncio.create_task(run(packer))
    await StartAsyncTcpServer(
        context=ModbusServerContext(slaves={1: packer}, single=False),
        identity=ModbusDeviceIdentification(info_name=IDENTITY),
        address=("0.0.0.0", 502),
    )
    await running


asyncio.run(main())
