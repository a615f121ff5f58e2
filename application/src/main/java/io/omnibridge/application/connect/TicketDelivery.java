package io.omnibridge.application.connect;

/** Where in a URL a browser takes its ticket to. */
public enum TicketDelivery {
    /** Behind {@code #}: no server sees it, and no log has it. */
    FRAGMENT,
    /** Behind {@code ?}: for applications whose server reads it. */
    QUERY
}
