// SPDX-License-Identifier: Apache-2.0
package weir.plant;

import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;

/** The Modbus gateway of the filter hall: three serial units behind one address, served by digitalpetri modbus-tcp. */
final class FieldGateway {
    private FieldGateway() {}

    public static void main(String[] arguments) throws Exception {
        FilterHall hall = new FilterHall();
        hall.step();
        NettyTcpServerTransport transport = NettyTcpServerTransport.create(
                config -> config.setBindAddress("0.0.0.0").setPort(502));
        ModbusTcpServer server = ModbusTcpServer.create(transport, new SerialLine(hall.units()));
        server.start();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.sleep(500);
            hall.step();
        }
    }
}
