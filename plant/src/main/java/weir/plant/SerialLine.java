// SPDX-License-Identifier: Apache-2.0
package weir.plant;

import com.digitalpetri.modbus.ExceptionCode;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.UnknownUnitIdException;
import com.digitalpetri.modbus.pdu.*;
import com.digitalpetri.modbus.server.ModbusRequestContext;
import com.digitalpetri.modbus.server.ModbusServices;
import com.digitalpetri.modbus.server.ProcessImage;
import com.digitalpetri.modbus.server.ReadWriteModbusServices;
import java.util.Map;
import java.util.Optional;

/**
 * The serial side of the gateway: some units with sixteen of each kind of register. Other addresses are refused, and a
 * unit that is not on the line fails to respond.
 */
final class SerialLine implements ModbusServices {
    private static final int REGISTERS = 16;

    private final Map<Integer, ProcessImage> units;
    private final ModbusServices memory = new ReadWriteModbusServices() {
        @Override
        protected Optional<ProcessImage> getProcessImage(int unit) {
            return Optional.ofNullable(units.get(unit));
        }
    };

    SerialLine(Map<Integer, ProcessImage> units) {
        this.units = units;
    }

    private void check(int unit, ModbusRequestPdu request, int address, int quantity) throws ModbusResponseException {
        int function = request.getFunctionCode();
        if (!units.containsKey(unit)) {
            throw new ModbusResponseException(
                    function, ExceptionCode.GATEWAY_TARGET_DEVICE_FAILED_TO_RESPONSE.getCode());
        }
        if (address + quantity > REGISTERS) {
            throw new ModbusResponseException(function, ExceptionCode.ILLEGAL_DATA_ADDRESS.getCode());
        }
    }

    @Override
    public ReadCoilsResponse readCoils(ModbusRequestContext context, int unit, ReadCoilsRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.address(), request.quantity());
        return memory.readCoils(context, unit, request);
    }

    @Override
    public ReadDiscreteInputsResponse readDiscreteInputs(
            ModbusRequestContext context, int unit, ReadDiscreteInputsRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.address(), request.quantity());
        return memory.readDiscreteInputs(context, unit, request);
    }

    @Override
    public ReadHoldingRegistersResponse readHoldingRegisters(
            ModbusRequestContext context, int unit, ReadHoldingRegistersRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.address(), request.quantity());
        return memory.readHoldingRegisters(context, unit, request);
    }

    @Override
    public ReadInputRegistersResponse readInputRegisters(
            ModbusRequestContext context, int unit, ReadInputRegistersRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.address(), request.quantity());
        return memory.readInputRegisters(context, unit, request);
    }

    @Override
    public WriteSingleCoilResponse writeSingleCoil(
            ModbusRequestContext context, int unit, WriteSingleCoilRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.address(), 1);
        return memory.writeSingleCoil(context, unit, request);
    }

    @Override
    public WriteSingleRegisterResponse writeSingleRegister(
            ModbusRequestContext context, int unit, WriteSingleRegisterRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.address(), 1);
        return memory.writeSingleRegister(context, unit, request);
    }

    @Override
    public WriteMultipleCoilsResponse writeMultipleCoils(
            ModbusRequestContext context, int unit, WriteMultipleCoilsRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.address(), request.quantity());
        return memory.writeMultipleCoils(context, unit, request);
    }

    @Override
    public WriteMultipleRegistersResponse writeMultipleRegisters(
            ModbusRequestContext context, int unit, WriteMultipleRegistersRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.address(), request.quantity());
        return memory.writeMultipleRegisters(context, unit, request);
    }

    @Override
    public MaskWriteRegisterResponse maskWriteRegister(
            ModbusRequestContext context, int unit, MaskWriteRegisterRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.address(), 1);
        return memory.maskWriteRegister(context, unit, request);
    }

    @Override
    public ReadWriteMultipleRegistersResponse readWriteMultipleRegisters(
            ModbusRequestContext context, int unit, ReadWriteMultipleRegistersRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        check(unit, request, request.readAddress(), request.readQuantity());
        check(unit, request, request.writeAddress(), request.writeQuantity());
        return memory.readWriteMultipleRegisters(context, unit, request);
    }
}
