package io.omnibridge.adapters.store.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** The addresses that never leave this machine. */
public final class Loopback {

    private Loopback() {}

    /** Whether every address of {@code host} is loopback; a name that cannot be resolved is not. */
    public static boolean has(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
