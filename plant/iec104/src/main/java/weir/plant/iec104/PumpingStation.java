// SPDX-License-Identifier: Apache-2.0
package weir.plant.iec104;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openmuc.j60870.ASdu;
import org.openmuc.j60870.ASduType;
import org.openmuc.j60870.CauseOfTransmission;
import org.openmuc.j60870.Connection;
import org.openmuc.j60870.ConnectionEventListener;
import org.openmuc.j60870.Server;
import org.openmuc.j60870.ServerEventListener;
import org.openmuc.j60870.ie.IeQuality;
import org.openmuc.j60870.ie.IeShortFloat;
import org.openmuc.j60870.ie.IeSingleCommand;
import org.openmuc.j60870.ie.IeSinglePointWithQuality;
import org.openmuc.j60870.ie.IeTime56;
import org.openmuc.j60870.ie.InformationElement;
import org.openmuc.j60870.ie.InformationObject;

/** The outstation at the river: answers interrogation and commands, and reports pump events and changed measurements. */
final class PumpingStation implements ConnectionEventListener {
    private static final IeQuality GOOD = new IeQuality(false, false, false, false, false);

    private final Connection connection;
    private boolean pump2Runs;
    private float setpoint = 4.2F;
    private float pressure = 4.2F;
    private int ticks;

    private PumpingStation(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] arguments) throws IOException {
        Server.builder().setPort(2404).build().start(new ServerEventListener() {
            @Override
            public void connectionIndication(Connection connection) {
                PumpingStation station = new PumpingStation(connection);
                try {
                    connection.waitForStartDT(station, 5000);
                    station.report();
                } catch (IOException failure) {
                    connection.close();
                }
            }

            @Override
            public void serverStoppedListeningIndication(IOException cause) {
                System.exit(0);
            }

            @Override
            public void connectionAttemptFailed(IOException cause) {
                // the next attempt is as good
            }
        });
    }

    private void report() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(
                () -> {
                    try {
                        tick();
                    } catch (IOException closed) {
                        clock.shutdown();
                    }
                },
                2500,
                1000,
                TimeUnit.MILLISECONDS);
    }

    /** Spontaneous measurements: pressure every two seconds, flow every three, the river every ten. */
    private synchronized void tick() throws IOException {
        ticks++;
        pressure += (setpoint - pressure) * 0.15F + (float) Math.sin(ticks) * 0.02F;
        if (ticks % 2 == 0) {
            measured(Points.PRESSURE, pressure);
        }
        if (ticks % 3 == 0) {
            measured(Points.FLOW, flow());
        }
        if (ticks % 10 == 0) {
            measured(Points.RIVER_LEVEL, riverLevel());
        }
    }

    private float flow() {
        return (pump2Runs ? 61.0F : 31.5F) + (float) Math.cos(ticks / 3.0);
    }

    private float riverLevel() {
        return 2.37F + ticks * 0.001F;
    }

    private void measured(int point, float value) throws IOException {
        send(
                ASduType.M_ME_NC_1,
                CauseOfTransmission.SPONTANEOUS,
                new InformationObject(point, new IeShortFloat(value), GOOD));
    }

    private void send(ASduType type, CauseOfTransmission cause, InformationObject... objects) throws IOException {
        connection.send(new ASdu(type, false, cause, false, false, 0, Points.STATION, objects));
    }

    @Override
    public synchronized void newASdu(ASdu request) {
        try {
            answer(request);
        } catch (IOException failure) {
            connection.close();
        }
    }

    private void answer(ASdu request) throws IOException {
        switch (request.getTypeIdentification()) {
            case C_IC_NA_1 -> interrogated(request);
            case C_CS_NA_1 -> connection.sendConfirmation(request);
            case C_SC_NA_1 -> pumpCommand(request);
            case C_SE_NC_1 -> setpointCommand(request);
            default -> connection.sendConfirmation(request, Points.STATION, true, CauseOfTransmission.UNKNOWN_TYPE_ID);
        }
    }

    private void interrogated(ASdu request) throws IOException {
        connection.sendConfirmation(request);
        send(
                ASduType.M_SP_NA_1,
                CauseOfTransmission.INTERROGATED_BY_STATION,
                status(Points.PUMP_1_RUNS, true),
                status(Points.PUMP_2_RUNS, pump2Runs),
                status(Points.DOOR_OPEN, false));
        InformationElement[][] measurements = {
            {new IeShortFloat(riverLevel()), GOOD},
            {new IeShortFloat(pressure), GOOD},
            {new IeShortFloat(flow()), GOOD},
            {new IeShortFloat(0.11F), GOOD}
        };
        connection.send(new ASdu(
                ASduType.M_ME_NC_1,
                true,
                CauseOfTransmission.INTERROGATED_BY_STATION,
                false,
                false,
                0,
                Points.STATION,
                new InformationObject(Points.RIVER_LEVEL, measurements)));
        connection.sendActivationTermination(request);
    }

    private static InformationObject status(int point, boolean on) {
        return new InformationObject(point, new IeSinglePointWithQuality(on, false, false, false, false));
    }

    private void pumpCommand(ASdu request) throws IOException {
        InformationObject object = request.getInformationObjects()[0];
        if (object.getInformationObjectAddress() != Points.PUMP_2_COMMAND) {
            connection.sendConfirmation(
                    request, Points.STATION, true, CauseOfTransmission.UNKNOWN_INFORMATION_OBJECT_ADDRESS);
            return;
        }
        IeSingleCommand command = (IeSingleCommand) object.getInformationElements()[0][0];
        connection.sendConfirmation(request);
        if (command.isSelect()) {
            return;
        }
        pump2Runs = command.isCommandStateOn();
        send(
                ASduType.M_SP_TB_1,
                CauseOfTransmission.RETURN_INFO_REMOTE,
                new InformationObject(
                        Points.PUMP_2_RUNS,
                        new IeSinglePointWithQuality(pump2Runs, false, false, false, false),
                        new IeTime56(System.currentTimeMillis())));
        connection.sendActivationTermination(request);
    }

    private void setpointCommand(ASdu request) throws IOException {
        InformationElement[] elements = request.getInformationObjects()[0].getInformationElements()[0];
        setpoint = ((IeShortFloat) elements[0]).getValue();
        connection.sendConfirmation(request);
        connection.sendActivationTermination(request);
    }

    @Override
    public void connectionClosed(@Nullable IOException cause) {
        connection.close();
    }

    @Override
    public void dataTransferStateChanged(boolean stopped) {
        // measurements go on with the next STARTDT
    }
}
