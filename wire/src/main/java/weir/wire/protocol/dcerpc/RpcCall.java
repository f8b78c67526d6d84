// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Cursor;

/** One message of a connectionless call as its {@link RpcUser} sees it; reused from message to message. */
public final class RpcCall {

    /** Which part of the call. */
    public enum Part {
        REQUEST,
        RESPONSE,
        /** Ended by RPC itself: {@link #status} says why. */
        FAULT
    }

    Part part = Part.REQUEST;
    int operation;
    long interfaceHigh;
    long interfaceLow;
    long objectHigh;
    long objectLow;
    long activity;
    long sequence;
    int status;
    boolean littleEndian;
    final Cursor stub = new Cursor();

    RpcCall() {}

    public Part part() {
        return part;
    }

    public int operation() {
        return operation;
    }

    /** First half of the interface's UUID. */
    public long interfaceHigh() {
        return interfaceHigh;
    }

    /** First half of the object's UUID. */
    public long objectHigh() {
        return objectHigh;
    }

    public long objectLow() {
        return objectLow;
    }

    /** Joins the messages of one call, whatever ports they use. */
    public long key() {
        return activity * 31 + sequence;
    }

    public int status() {
        return status;
    }

    /** Name of the status of a fault. */
    public String statusName() {
        return Statuses.name(Statuses.FAULT, status);
    }

    /** The order of octets in what RPC itself encodes. */
    public boolean littleEndian() {
        return littleEndian;
    }

    /** The arguments, whole. */
    public Cursor stub() {
        return stub;
    }
}
