// SPDX-License-Identifier: Apache-2.0
package weir.plant;

import java.util.concurrent.TimeUnit;
import org.apache.plc4x.java.api.PlcConnection;
import org.apache.plc4x.java.api.PlcDriverManager;
import org.apache.plc4x.java.api.messages.PlcReadRequest;
import org.apache.plc4x.java.api.messages.PlcReadResponse;
import org.apache.plc4x.java.api.types.PlcResponseCode;

/**
 * The historian: collects from filter hall, packer and intake controller every two seconds with PLC4X. One of its tags
 * was never right, so the packer refuses it every fifteen seconds.
 */
final class Historian {
    private Historian() {}

    public static void main(String[] addresses) throws Exception {
        Scene scene = Scene.fromEnvironment();
        scene.reach(4);
        PlcConnection hall = connection("modbus-tcp://" + addresses[0] + ":502?default-unit-identifier=1");
        PlcConnection packer = connection("modbus-tcp://" + addresses[1] + ":502?default-unit-identifier=1");
        PlcConnection intake = connection("s7://" + addresses[2] + "?remote-rack=0&remote-slot=2");
        PlcReadRequest level = tag(hall, "instruments", "input-register:1:UINT[6]");
        PlcReadRequest bottles = tag(packer, "counters", "holding-register:1:UINT[10]");
        PlcReadRequest wrong = tag(packer, "scrap", "holding-register:401:UINT[4]");
        PlcReadRequest raw = intake.readRequestBuilder()
                .addTagAddress("level", "%DB1:0:REAL")
                .addTagAddress("flow", "%DB1:4:REAL")
                .addTagAddress("running", "%DB1:12.0:BOOL")
                .build();
        scene.every(4.6, 2000, "collect filter hall", () -> read(level))
                .every(4.7, 2000, "collect packer", () -> read(bottles))
                .every(4.9, 2000, "collect intake", () -> read(raw))
                .every(15.1, 15000, "collect scrap", () -> read(wrong))
                .play();
        hall.close();
        packer.close();
        intake.close();
    }

    private static PlcConnection connection(String address) throws Exception {
        return PlcDriverManager.getDefault().getConnectionManager().getConnection(address);
    }

    private static PlcReadRequest tag(PlcConnection connection, String name, String address) {
        return connection.readRequestBuilder().addTagAddress(name, address).build();
    }

    private static void read(PlcReadRequest request) throws Exception {
        PlcReadResponse response = request.execute().get(1500, TimeUnit.MILLISECONDS);
        for (String name : response.getTagNames()) {
            if (response.getResponseCode(name) != PlcResponseCode.OK) {
                throw new IllegalStateException(name + " " + response.getResponseCode(name));
            }
        }
    }
}
