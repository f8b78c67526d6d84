// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * One fact that can be seen on the wire. A plant repeats itself, so an observation holds what repeats and nothing that
 * changes from time to time: the same poll is the same, often the identical, observation. When, where and with what
 * reading it was seen this time is the {@link Sighting} it is told with.
 */
public sealed interface Observation
        permits Contact, Operation, Identity, PointValue, Violation, Transfer, Login, Loss, Alert, HostEvent, Ruling {

    /** Protocol that told it, as named in the registry: {@code modbus}, {@code lldp}; or the layer ({@code tcp}). */
    String protocol();
}
