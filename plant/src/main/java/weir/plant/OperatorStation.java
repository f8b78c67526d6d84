// SPDX-License-Identifier: Apache-2.0
package weir.plant;

import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.io.ModbusTransaction;
import com.ghgande.j2mod.modbus.msg.ReadWriteMultipleRequest;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.util.BitVector;

/** The operators' SCADA server: polls filter hall, packer and drive with j2mod, and writes as told. */
final class OperatorStation {
    private static final int DRIVE_UNIT = 1;
    private static final int PACKER_UNIT = 1;

    private final ModbusTCPMaster gateway;
    private final ModbusTCPMaster packer;
    private final ModbusTCPMaster drive;

    private OperatorStation(String gateway, String packer, String drive) {
        this.gateway = master(gateway);
        this.packer = master(packer);
        this.drive = master(drive);
    }

    private static ModbusTCPMaster master(String address) {
        return new ModbusTCPMaster(address, 502, 2000, false);
    }

    public static void main(String[] addresses) throws Exception {
        OperatorStation station = new OperatorStation(addresses[0], addresses[1], addresses[2]);
        Scene scene = Scene.fromEnvironment();
        scene.at(3, "connect", station::connect)
                .every(3.5, 500, "poll filter hall", station::pollFilterHall)
                .every(3.8, 1000, "poll packaging line", station::pollLine);
        station.operate(scene);
        scene.play();
        station.disconnect();
    }

    private void connect() throws Exception {
        gateway.connect();
        packer.connect();
        drive.connect();
    }

    private void disconnect() {
        gateway.disconnect();
        packer.disconnect();
        drive.disconnect();
    }

    private void pollFilterHall() throws Exception {
        gateway.readInputRegisters(FilterHall.INSTRUMENTS, 0, 8);
        gateway.readInputDiscretes(FilterHall.INSTRUMENTS, 0, 8);
        gateway.readMultipleRegisters(FilterHall.DOSING, 0, 8);
        gateway.readCoils(FilterHall.DOSING, 0, 8);
        gateway.readMultipleRegisters(FilterHall.VALVES, 0, 8);
        gateway.readCoils(FilterHall.VALVES, 0, 8);
    }

    private void pollLine() throws Exception {
        packer.readMultipleRegisters(PACKER_UNIT, 0, 10);
        packer.readInputDiscretes(PACKER_UNIT, 0, 8);
        drive.readMultipleRegisters(DRIVE_UNIT, 0, 6);
    }

    /** What the operator does by hand: a dose is raised, a filter is washed, a recipe is changed, a value is refused. */
    private void operate(Scene scene) {
        scene.at(20.2, "raise chlorine setpoint 1.20 to 1.50 mg/l", () -> {
                    gateway.writeSingleRegister(FilterHall.DOSING, 0, new SimpleRegister(150));
                })
                .at(22.2, "open backwash valve", () -> gateway.writeCoil(FilterHall.VALVES, 4, true))
                .at(24.2, "close inlet valves", () -> gateway.writeMultipleCoils(FilterHall.VALVES, 0, inletsClosed()))
                .at(26.2, "set bit 3 of the valve control word", () -> {
                    gateway.maskWriteRegister(FilterHall.VALVES, 4, 0xFFF7, 0x0008);
                })
                .at(28.2, "change alarm limits and read back", this::changeAlarmLimits)
                .at(30.2, "ask a unit that is not there", () -> gateway.readMultipleRegisters(9, 0, 2))
                .at(34.2, "write the packer's recipe", () -> packer.writeMultipleRegisters(PACKER_UNIT, 10, recipe()))
                .at(36.2, "give the drive 45.0 Hz", () -> {
                    drive.writeSingleRegister(DRIVE_UNIT, 0, new SimpleRegister(450));
                })
                .at(38.2, "give the drive 900.0 Hz, which it refuses", () -> {
                    drive.writeSingleRegister(DRIVE_UNIT, 0, new SimpleRegister(9000));
                })
                .at(72.2, "close backwash valve", () -> gateway.writeCoil(FilterHall.VALVES, 4, false));
    }

    private static BitVector inletsClosed() {
        BitVector valves = new BitVector(4);
        valves.setBit(1, true);
        return valves;
    }

    private static Register[] recipe() {
        return new Register[] {
            new SimpleRegister(7), new SimpleRegister(240), new SimpleRegister(330), new SimpleRegister(12)
        };
    }

    /** Function 23: writes the limits 0.60 and 1.80 mg/l and reads the controller's first eight registers. */
    private void changeAlarmLimits() throws Exception {
        ReadWriteMultipleRequest request = new ReadWriteMultipleRequest(FilterHall.DOSING, 0, 8, 3, 2);
        request.setRegisters(new Register[] {new SimpleRegister(60), new SimpleRegister(180)});
        ModbusTransaction transaction = gateway.getTransport().createTransaction();
        transaction.setRequest(request);
        transaction.execute();
    }
}
