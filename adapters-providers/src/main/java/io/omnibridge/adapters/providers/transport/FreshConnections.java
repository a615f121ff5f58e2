package io.omnibridge.adapters.providers.transport;

import io.omnibridge.adapters.support.http.OutboundClient;
import io.omnibridge.adapters.support.http.OutboundHttp;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Clients for requests that open a connection of their own. A client has a thread and descriptors that before JDK 21 only a garbage
 * collection releases, so the requests share clients, a few at most.
 *
 * <p>Each request asks the server to close its connection after the response (RFC 9112 §9.6). A server that announces in the response
 * that it will leaves no connection for the next request. After any other response the next client takes over, so that the connection
 * has been closed by the time its client is used again. Where other code in this process has kept the JDK's client from sending the
 * header, each request gets a client of its own. Thread-safe.
 */
final class FreshConnections {

    static final int MAX_CLIENTS = 16;
    static final String CONNECTION = "Connection";
    static final String CLOSE = "close";

    private final Supplier<OutboundClient> newClient;
    private final boolean canAskToClose = OutboundHttp.mayRequestsHaveConnectionHeader();
    private final List<OutboundClient> clients = new ArrayList<>();
    private int current;

    FreshConnections(Supplier<OutboundClient> newClient) {
        this.newClient = newClient;
    }

    /** Returns the client for the next request. */
    synchronized OutboundClient client() {
        if (!canAskToClose) {
            return newClient.get();
        }
        if (current == clients.size()) {
            clients.add(newClient.get());
        }
        return clients.get(current);
    }

    /** Adds what asks the server to close the connection. */
    HttpRequest.Builder closing(HttpRequest.Builder request) {
        return canAskToClose ? request.setHeader(CONNECTION, CLOSE) : request;
    }

    /** Takes notice of the response to a request of {@code client}: without the announcement, its connection may stay open. */
    synchronized void received(ProviderResponse response, OutboundClient client) {
        boolean isClosed =
                response.header(CONNECTION).filter(CLOSE::equalsIgnoreCase).isPresent();
        boolean isCurrent = current < clients.size() && clients.get(current).equals(client);
        if (!isClosed && isCurrent) {
            current = (current + 1) % MAX_CLIENTS;
        }
    }
}
