# SPDX-License-Identifier: Apache-2.0
"""The engineering workstation asks Modbus devices who they are, with pymodbus: functions 43/14, 17 and 8."""
import os
import sys
import time

from pymodbus.client import ModbusTcpClient
from pymodbus.diag_message import ReturnQueryDataRequest
from pymodbus.exceptions import ConnectionException
from pymodbus.mei_message import ReadDeviceInformationRequest
from pymodbus.other_message import ReportSlaveIdRequest

BASIC, REGULAR = 1, 2


def reach(second):
    time.sleep(max(0.0, int(os.environ["PLANT_ZERO"]) / 1000 + second - time.time()))


def ask(address, *requests):
    client = ModbusTcpClient(address, port=502, timeout=2, retries=0)
    client.connect()
    for request in requests:
        try:
            print(address, client.execute(request), flush=True)
        except ConnectionException as refused:
            print(address, refused, flush=True)
        time.sleep(0.2)
    client.close()


def main(packer, drive, gateway):
    reach(34.5)
    ask(
        packer,
        ReadDeviceInformationRequest(BASIC, unit=1),
        ReadDeviceInformationRequest(REGULAR, unit=1),
        ReportSlaveIdRequest(unit=1),
        ReturnQueryDataRequest(0x5745, unit=1),
    )
    ask(drive, ReadDeviceInformationRequest(REGULAR, unit=1))
    ask(gateway, ReadDeviceInformationRequest(BASIC, unit=1))


main(*sys.argv[1:])
