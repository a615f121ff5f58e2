package io.omnibridge.application.connect;

/** Where in a return URL the browser receives its ticket. */
public enum TicketDelivery {
    /** After {@code #}: no server receives it, and no access log contains it. */
    FRAGMENT,
    /** After {@code ?}: for applications whose server reads it. */
    QUERY
}
