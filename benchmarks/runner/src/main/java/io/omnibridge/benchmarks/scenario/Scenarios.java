package io.omnibridge.benchmarks.scenario;

import static io.omnibridge.benchmarks.contender.Store.MEMORY;
import static io.omnibridge.benchmarks.contender.Store.POSTGRES;
import static io.omnibridge.benchmarks.contender.Store.REDIS;
import static io.omnibridge.benchmarks.load.Signing.HS256;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Store;
import io.omnibridge.benchmarks.load.Requests;
import io.omnibridge.benchmarks.load.Signing;
import io.omnibridge.benchmarks.load.TokenFile;
import io.omnibridge.benchmarks.load.Users;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All that can be measured, in the order in which it is. */
public final class Scenarios {

    /** More than one run sends, so that no token comes twice in it; the next run goes on behind what was sent. */
    private static final int TOKENS_PER_RUN = 250_000;

    private static final int WRITING_USERS = 1_000;
    private static final int NODES = 3;

    /** So many that hardly two requests at a time are of one user. */
    static final int READING_USERS = 100;

    private static final int READS_PER_SECOND = 200;

    private static final String AGAIN = "1,000 users, who link the same account again and again.";

    private static final String PROXY =
            "100 users, one account each. The floor forwards to the same provider with a fixed token, and keeps no receipt.";

    private static final String SHARED =
            "The same connections in all, shared by the nodes. × peer is three nodes beside one.";

    private Scenarios() {}

    public static List<Scenario> all() {
        return List.of(
                new SideBySide(
                        "get-memory",
                        "GET /accounts, memory, the same token in every request",
                        "",
                        Scenarios::repeated),
                new SideBySide(
                        "get-new-token",
                        "GET /accounts, memory, another token in every request",
                        "",
                        Scenarios::different),
                new SideBySide(
                        "get-postgres", "GET /accounts, PostgreSQL", "", bench -> reading(bench, POSTGRES, "select")),
                new SideBySide("get-redis", "GET /accounts, Redis", "", bench -> reading(bench, REDIS, "hgetall")),
                new SideBySide(
                        "link-memory", "POST /accounts/link, memory", AGAIN, bench -> writing(bench, MEMORY, "bytes")),
                new SideBySide(
                        "link-postgres",
                        "POST /accounts/link, PostgreSQL with fsync",
                        AGAIN,
                        bench -> writing(bench, POSTGRES, "upsert")),
                new SideBySide(
                        "proxy-memory",
                        "A read of 2 KiB through the proxy, memory",
                        PROXY,
                        bench -> proxies(bench, MEMORY)),
                new SideBySide(
                        "proxy-postgres",
                        "A read of 2 KiB through the proxy, PostgreSQL with fsync",
                        PROXY,
                        bench -> proxies(bench, POSTGRES)),
                new SideBySide(
                        "proxy-rate-memory",
                        "200 reads of 2 KiB a second through the proxy, memory",
                        PROXY,
                        bench -> slowProxies(bench, MEMORY)),
                new SideBySide(
                        "proxy-rate-postgres",
                        "200 reads of 2 KiB a second through the proxy, PostgreSQL with fsync",
                        PROXY,
                        bench -> slowProxies(bench, POSTGRES)),
                new Searches("search-three", "A search of three sources, memory", 3, 1),
                new Searches("search-eight", "A search of eight sources, memory", 8, 1),
                new Searches("search-busy", "200 searches of eight sources at a time, memory", 8, 200),
                new SlowProvider(),
                new LargeBodies(),
                new StartUp(),
                new WarmUp(),
                new IdleMemory(),
                new HeapPerAccount(),
                new SideBySide(
                        "scale-memory", "Few accounts and many, memory", "", "3g", bench -> scale(bench, MEMORY)),
                new SideBySide(
                        "scale-postgres", "Few accounts and many, PostgreSQL", "", bench -> scale(bench, POSTGRES)),
                new SideBySide(
                        "nodes-postgres",
                        "One node and three on one PostgreSQL",
                        SHARED,
                        bench -> nodes(bench, POSTGRES, "select")),
                new SideBySide(
                        "nodes-redis",
                        "One node and three on one Redis",
                        SHARED,
                        bench -> nodes(bench, REDIS, "hgetall")));
    }

    private static List<Contender> repeated(Bench bench) throws IOException {
        return eachSigning(bench, signing -> same(bench, signing));
    }

    private static List<Contender> different(Bench bench) throws IOException {
        return eachSigning(bench, signing -> {
            int hmac = bench.effort().hmacTokens();
            int count = signing == HS256 ? hmac : bench.effort().signedTokens();
            return Requests.list(bench.tokens(signing, 1, count), Math.min(count, TOKENS_PER_RUN));
        });
    }

    /** The floor, then OmniBridge and the peer with each way of signing. */
    private static List<Contender> eachSigning(Bench bench, RequestsWith requests) throws IOException {
        Contender floor = bench.floor("bytes", requests.of(HS256));
        List<Contender> contenders = new ArrayList<>(List.of(floor));
        for (Signing signing : Signing.values()) {
            Contender peer = bench.spring(MEMORY, signing, requests.of(signing));
            contenders.add(
                    bench.omnibridge(MEMORY, signing, requests.of(signing)).comparedWith(floor.name(), peer.name()));
            contenders.add(peer.comparedWith(floor.name(), ""));
        }
        return contenders;
    }

    private static List<Contender> reading(Bench bench, Store store, String work) throws IOException {
        return beside(bench, store, bench.floor(work, same(bench, HS256)), 1);
    }

    private static List<Contender> writing(Bench bench, Store store, String work) throws IOException {
        TokenFile tokens = bench.tokens(HS256, WRITING_USERS, WRITING_USERS);
        return beside(bench, store, bench.floor(work, Requests.link(tokens)), 0);
    }

    private static List<Contender> proxies(Bench bench, Store store) throws IOException {
        return bench.proxies(store, read(bench), READING_USERS);
    }

    private static List<Contender> slowProxies(Bench bench, Store store) throws IOException {
        Requests requests = read(bench).atMost(READS_PER_SECOND, bench.effort().connections());
        return bench.proxies(store, requests, READING_USERS);
    }

    static Requests read(Bench bench) throws IOException {
        return Requests.read(bench.tokens(HS256, READING_USERS, READING_USERS), "google", "/bench/items");
    }

    /** The floor, OmniBridge, and the peer where it has such a store. */
    private static List<Contender> beside(Bench bench, Store store, Contender floor, int users) {
        Contender ours = bench.omnibridge(store, HS256, floor.requests());
        if (store == REDIS) {
            return List.of(floor, ours.withUsers(ours.name(), users).comparedWith(floor.name(), ""));
        }
        Contender peer = bench.spring(store, HS256, floor.requests());
        return List.of(
                floor,
                ours.withUsers(ours.name(), users).comparedWith(floor.name(), peer.name()),
                peer.withUsers(peer.name(), users).comparedWith(floor.name(), ""));
    }

    /** Both get as many different tokens, so that cached tokens make no difference. */
    private static List<Contender> scale(Bench bench, Store store) throws IOException {
        int most = bench.effort().accounts();
        Contender few = scaled(bench, store, Math.min(most, 1_000));
        return List.of(few, scaled(bench, store, most).comparedWith(few.name(), ""));
    }

    private static Contender scaled(Bench bench, Store store, int accounts) throws IOException {
        int users = accounts / Users.PROVIDERS.size();
        int count = Math.min(TOKENS_PER_RUN, bench.effort().hmacTokens());
        Requests requests = Requests.list(bench.tokens(HS256, users, count), count);
        String name = "OmniBridge, " + store + ", " + "%,d".formatted(accounts) + " accounts";
        Contender contender = bench.omnibridge(store, HS256, requests).withUsers(name, users);
        return contender.comparedWith(name, "");
    }

    private static List<Contender> nodes(Bench bench, Store store, String work) throws IOException {
        Contender floor = bench.floor(work, same(bench, HS256));
        Contender ours = bench.omnibridge(store, HS256, same(bench, HS256));
        Contender floors =
                floor.on(floor.name() + ", " + NODES + " nodes", NODES).comparedWith(floor.name(), "");
        return List.of(
                floor,
                floors,
                ours.comparedWith(floor.name(), ""),
                ours.on(ours.name() + ", " + NODES + " nodes", NODES).comparedWith(floors.name(), ours.name()));
    }

    private static Requests same(Bench bench, Signing signing) throws IOException {
        return Requests.list(bench.tokens(signing, 1, 1), 1);
    }

    /** What is sent with tokens that are signed in one way. */
    @FunctionalInterface
    private interface RequestsWith {
        Requests of(Signing signing) throws IOException;
    }
}
