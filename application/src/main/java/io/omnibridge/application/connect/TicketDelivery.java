package io.omnibridge.application.connect;

/** The part of a return URL that contains the ticket. */
public enum TicketDelivery {
    /** After {@code #}: no server receives it, and no access log contains it. */
    FRAGMENT,
    /** After {@code ?}: for applications whose server reads it. */
    QUERY
}
