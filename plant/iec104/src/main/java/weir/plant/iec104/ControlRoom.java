// SPDX-License-Identifier: Apache-2.0
package weir.plant.iec104;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openmuc.j60870.ASdu;
import org.openmuc.j60870.CauseOfTransmission;
import org.openmuc.j60870.ClientConnectionBuilder;
import org.openmuc.j60870.Connection;
import org.openmuc.j60870.ConnectionEventListener;
import org.openmuc.j60870.ie.IeQualifierOfInterrogation;
import org.openmuc.j60870.ie.IeQualifierOfSetPointCommand;
import org.openmuc.j60870.ie.IeShortFloat;
import org.openmuc.j60870.ie.IeSingleCommand;
import org.openmuc.j60870.ie.IeTime56;

/** The control room's side: interrogates, sets the clock, starts a pump by select and execute, and moves a setpoint. */
final class ControlRoom {
    private static final CauseOfTransmission ACTIVATION = CauseOfTransmission.ACTIVATION;

    private final Connection station;

    private ControlRoom(Connection station) {
        this.station = station;
    }

    public static void main(String[] addresses) throws Exception {
        until(3.2);
        ControlRoom room = new ControlRoom(
                new ClientConnectionBuilder(addresses[0]).setPort(2404).build());
        room.station.setOriginatorAddress(Points.CONTROL_ROOM);
        room.operate();
    }

    private void operate() throws IOException, InterruptedException {
        station.startDataTransfer(new Silent(), 5000);
        interrogate();
        until(5);
        station.synchronizeClocks(Points.STATION, new IeTime56(System.currentTimeMillis()));
        until(60);
        pump2(Points.PUMP_2_COMMAND, true);
        until(61);
        pump2(Points.PUMP_2_COMMAND, false);
        until(64);
        station.setShortFloatCommand(
                Points.STATION,
                ACTIVATION,
                Points.PRESSURE_SETPOINT,
                new IeShortFloat(4.6F),
                new IeQualifierOfSetPointCommand(0, false));
        until(67);
        pump2(999, false);
        until(70);
        interrogate();
        until(number("PLANT_SECONDS") - 1.0);
        station.stopDataTransfer();
        station.close();
    }

    private void interrogate() throws IOException {
        station.interrogation(Points.STATION, ACTIVATION, new IeQualifierOfInterrogation(20));
    }

    private void pump2(int point, boolean select) throws IOException {
        station.singleCommand(Points.STATION, ACTIVATION, point, new IeSingleCommand(true, 0, select));
    }

    private static void until(double second) throws InterruptedException {
        Thread.sleep(Math.max(0, number("PLANT_ZERO") + Math.round(second * 1000) - System.currentTimeMillis()));
    }

    private static long number(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalStateException(variable + " is not set; scenario/record sets it");
        }
        return Long.parseLong(value);
    }

    /** Takes what comes: nobody looks at this screen. */
    private static final class Silent implements ConnectionEventListener {
        @Override
        public void newASdu(ASdu message) {
            // nothing to show
        }

        @Override
        public void connectionClosed(@Nullable IOException cause) {
            // the scene ends with it
        }

        @Override
        public void dataTransferStateChanged(boolean stopped) {
            // nothing to show
        }
    }
}
