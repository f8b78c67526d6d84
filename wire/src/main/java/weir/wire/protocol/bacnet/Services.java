// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;

/** Which part of the decoder reads the content of which service. */
final class Services {

    private final Message message;
    private final PropertyAccess properties;
    private final Notifications notifications;
    private final FileAccess files;
    private final Discovery discovery;
    private final DeviceServices devices;
    private final Tags tags = new Tags();

    Services(Message message) {
        this.message = message;
        properties = new PropertyAccess(message);
        notifications = new Notifications(message);
        files = new FileAccess(message);
        discovery = new Discovery(message);
        devices = new DeviceServices(message);
    }

    void request(ConfirmedService service, Cursor in, Sink out) {
        switch (service) {
            case READ_PROPERTY, READ_RANGE, ADD_LIST_ELEMENT, REMOVE_LIST_ELEMENT -> properties.one(in, out);
            case READ_PROPERTY_MULTIPLE -> properties.readMultiple(in, out);
            case WRITE_PROPERTY, WRITE_PROPERTY_PROGRAM, WRITE_PROPERTY_CONFIGURATION -> properties.write(in, out);
            case WRITE_PROPERTY_MULTIPLE -> properties.writeMultiple(in, out);
            case SUBSCRIBE_COV, SUBSCRIBE_COV_PROPERTY -> notifications.subscribe(in, out);
            case SUBSCRIBE_COV_PROPERTY_MULTIPLE -> notifications.subscribeMultiple(in, out);
            case CONFIRMED_COV_NOTIFICATION -> notifications.changed(in, out);
            case CONFIRMED_COV_NOTIFICATION_MULTIPLE -> notifications.changedMultiple(in, out);
            case CONFIRMED_EVENT_NOTIFICATION -> notifications.event(in, out);
            case ACKNOWLEDGE_ALARM -> notifications.acknowledge(in, out);
            case ATOMIC_READ_FILE -> files.request(false, in, out);
            case ATOMIC_WRITE_FILE -> files.request(true, in, out);
            case DEVICE_COMMUNICATION_CONTROL -> devices.communication(in, out);
            case REINITIALIZE_DEVICE -> devices.reinitialize(in, out);
            case CONFIRMED_PRIVATE_TRANSFER -> devices.privately(in, out);
            case CONFIRMED_TEXT_MESSAGE -> devices.text(in, out);
            case LIFE_SAFETY_OPERATION -> devices.lifeSafety(in, out);
            case CREATE_OBJECT -> devices.create(in, out);
            case DELETE_OBJECT -> devices.object(in, out);
            case GET_ALARM_SUMMARY,
                    GET_ENROLLMENT_SUMMARY,
                    GET_EVENT_INFORMATION,
                    READ_PROPERTY_CONDITIONAL,
                    VT_OPEN,
                    VT_CLOSE,
                    VT_DATA,
                    AUTHENTICATE,
                    REQUEST_KEY,
                    CONFIRMED_AUDIT_NOTIFICATION,
                    AUDIT_LOG_QUERY -> {}
        }
    }

    void answer(ConfirmedService service, Cursor in, Sink out) {
        switch (service) {
            case READ_PROPERTY -> properties.readAnswer(in, out);
            case READ_RANGE -> properties.one(in, out);
            case READ_PROPERTY_MULTIPLE -> properties.readMultipleAnswer(in, out);
            case ATOMIC_READ_FILE -> files.readAnswer(in, out);
            case CREATE_OBJECT -> devices.object(in, out);
            case CONFIRMED_PRIVATE_TRANSFER -> devices.privately(in, out);
            case ADD_LIST_ELEMENT,
                    REMOVE_LIST_ELEMENT,
                    WRITE_PROPERTY,
                    WRITE_PROPERTY_PROGRAM,
                    WRITE_PROPERTY_CONFIGURATION,
                    WRITE_PROPERTY_MULTIPLE,
                    SUBSCRIBE_COV,
                    SUBSCRIBE_COV_PROPERTY,
                    SUBSCRIBE_COV_PROPERTY_MULTIPLE,
                    CONFIRMED_COV_NOTIFICATION,
                    CONFIRMED_COV_NOTIFICATION_MULTIPLE,
                    CONFIRMED_EVENT_NOTIFICATION,
                    ACKNOWLEDGE_ALARM,
                    ATOMIC_WRITE_FILE,
                    DEVICE_COMMUNICATION_CONTROL,
                    REINITIALIZE_DEVICE,
                    CONFIRMED_TEXT_MESSAGE,
                    LIFE_SAFETY_OPERATION,
                    DELETE_OBJECT,
                    GET_ALARM_SUMMARY,
                    GET_ENROLLMENT_SUMMARY,
                    GET_EVENT_INFORMATION,
                    READ_PROPERTY_CONDITIONAL,
                    VT_OPEN,
                    VT_CLOSE,
                    VT_DATA,
                    AUTHENTICATE,
                    REQUEST_KEY,
                    CONFIRMED_AUDIT_NOTIFICATION,
                    AUDIT_LOG_QUERY -> {}
        }
    }

    void unconfirmed(UnconfirmedService service, Cursor in, Sink out) {
        switch (service) {
            case I_AM -> discovery.iAm(in, out);
            case I_HAVE -> discovery.iHave(in, out);
            case WHO_HAS -> discovery.whoHas(in, out);
            case WHO_IS -> discovery.whoIs(in, out);
            case WHO_AM_I -> discovery.whoAmI(in, out);
            case YOU_ARE -> discovery.youAre(in, out);
            case UNCONFIRMED_COV_NOTIFICATION -> notifications.changed(in, out);
            case UNCONFIRMED_COV_NOTIFICATION_MULTIPLE -> notifications.changedMultiple(in, out);
            case UNCONFIRMED_EVENT_NOTIFICATION -> notifications.event(in, out);
            case UNCONFIRMED_PRIVATE_TRANSFER -> devices.privately(in, out);
            case UNCONFIRMED_TEXT_MESSAGE -> devices.text(in, out);
            case TIME_SYNCHRONIZATION, UTC_TIME_SYNCHRONIZATION -> devices.time(in, out);
            case WRITE_GROUP -> devices.writeGroup(in, out);
            case UNCONFIRMED_AUDIT_NOTIFICATION -> {}
        }
    }

    /** Class and code, of some services within a construction (clause 21, BACnet-Error). */
    long error(Cursor in) {
        tags.opens(in, 0);
        tags.application(in, Tags.ENUMERATED);
        return tags.application(in, Tags.ENUMERATED);
    }

    /** The service was done. */
    void ended(boolean secret, Sink out) {
        if (secret) {
            out.login(message.device(out), "", "", Outcome.DONE);
        }
    }

    /** The service was refused. */
    void failed(int code, String word, boolean secret, Sink out) {
        if (secret) {
            out.login(message.device(out), "", "", new Outcome(Outcome.Kind.REFUSED, code, word));
        }
        files.failed(message.request(), out);
    }
}
