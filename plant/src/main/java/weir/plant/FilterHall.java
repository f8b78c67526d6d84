// SPDX-License-Identifier: Apache-2.0
package weir.plant;

import com.digitalpetri.modbus.server.ProcessImage;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The process behind the gateway: a clear-water tank, a chlorine dosing pump and the valves of a sand filter, stepped
 * twice a second. Units and registers are listed in the plant's README.
 */
final class FilterHall {
    static final int INSTRUMENTS = 1;
    static final int DOSING = 2;
    static final int VALVES = 3;

    private static final int CHLORINE_SETPOINT = 0;
    private static final int BACKWASH_VALVE = 4;
    private static final double TANK_SQUARE_METRES = 40;
    private static final double SECONDS_A_STEP = 0.5;

    private final ProcessImage instruments = new ProcessImage();
    private final ProcessImage dosing = new ProcessImage();
    private final ProcessImage valves = new ProcessImage();
    private final Random noise = new Random(20);
    private double levelCentimetres = 412;
    private double chlorine = 1.20;
    private double seconds;

    FilterHall() {
        // chlorine 1.20 mg/l wanted, 38 % stroke, alarm limits 0.50 and 2.00 mg/l, 640 litres in stock
        dosing.with(image -> image.writeHoldingRegisters(
                registers -> put(registers, CHLORINE_SETPOINT, 120, 120, 38, 50, 200, 640, 0, 0)));
        dosing.with(image -> image.writeCoils(coils -> coils.putAll(Map.of(0, true, 1, true))));
        // backwash every 480 minutes, valve 72 % open, filter 1 in service, 1450 turns a minute
        valves.with(image ->
                image.writeHoldingRegisters(registers -> put(registers, 0, 480, 72, 1, 1450, 0x0012, 0, 0, 0)));
        valves.with(image -> image.writeCoils(coils -> coils.putAll(Map.of(0, true, 2, true))));
    }

    Map<Integer, ProcessImage> units() {
        return Map.of(INSTRUMENTS, instruments, DOSING, dosing, VALVES, valves);
    }

    void step() {
        seconds += SECONDS_A_STEP;
        boolean backwash = valves.get(image -> image.readCoils(coils -> coils.getOrDefault(BACKWASH_VALVE, false)));
        double inflow = backwash ? 9.5 : 31 + wander(0.6);
        double outflow = 29.5 + 2.5 * Math.sin(seconds / 9) + wander(0.3);
        levelCentimetres += (inflow - outflow) * SECONDS_A_STEP / TANK_SQUARE_METRES / 10;
        double wanted =
                dosing.get(image -> image.readHoldingRegisters(registers -> word(registers.get(CHLORINE_SETPOINT))))
                        / 100.0;
        chlorine += (wanted - chlorine) * 0.08 + wander(0.004);
        show(inflow, outflow, backwash);
    }

    private void show(double inflow, double outflow, boolean backwash) {
        int measured = (int) Math.round(chlorine * 100);
        instruments.with(image -> image.writeInputRegisters(registers -> put(
                registers,
                0,
                (int) Math.round(levelCentimetres),
                (int) Math.round(inflow * 10),
                (int) Math.round(outflow * 10),
                (int) Math.round((backwash ? 410 : 182) + wander(4)),
                (int) Math.round(742 + wander(2)),
                measured,
                124,
                1)));
        instruments.with(image -> image.writeDiscreteInputs(inputs ->
                inputs.putAll(Map.of(0, levelCentimetres > 480, 1, levelCentimetres < 120, 2, true, 3, backwash))));
        dosing.with(image -> image.writeHoldingRegisters(registers -> put(registers, 1, measured)));
    }

    private double wander(double width) {
        return (noise.nextDouble() - 0.5) * width;
    }

    private static int word(byte @Nullable [] register) {
        return register == null ? 0 : (register[0] & 0xFF) << 8 | register[1] & 0xFF;
    }

    private static void put(Map<Integer, byte[]> registers, int first, int... values) {
        for (int i = 0; i < values.length; i++) {
            registers.put(first + i, new byte[] {(byte) (values[i] >> 8), (byte) values[i]});
        }
    }
}
