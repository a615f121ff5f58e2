package io.omnibridge.bootstrap.e2e;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Authorization servers for a class whose tests share a node: each test takes one that no other test uses. */
final class ProviderPool implements AutoCloseable {

    private final String name;
    private final List<WatchedServer> servers;
    private final AtomicInteger taken = new AtomicInteger();

    ProviderPool(String name, int tests) {
        this.name = name;
        this.servers = Stream.generate(WatchedServer::new).limit(tests).toList();
    }

    /** Returns a server for one test. */
    WatchedServer next() {
        return servers.get(taken.getAndIncrement());
    }

    /** Returns the provider id of a server. */
    String idOf(WatchedServer server) {
        return idOf(name, server);
    }

    /** Returns another provider id for the same server. */
    String idOf(String otherName, WatchedServer server) {
        return otherName + "-" + servers.indexOf(server);
    }

    /** Returns the catalogue entries of all servers. */
    String yaml() {
        return yaml(name);
    }

    /** Returns catalogue entries for all servers under another name, with more members. */
    String yaml(String otherName, String... more) {
        return servers.stream()
                .map(server -> server.server().yaml(idOf(otherName, server), more))
                .collect(Collectors.joining());
    }

    /** Makes {@code vault} search its output for the secrets of all servers. */
    void watch(Vault vault) {
        servers.forEach(server -> server.watch(vault));
    }

    @Override
    public void close() {
        servers.forEach(WatchedServer::close);
    }
}
