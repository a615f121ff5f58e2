package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.credentials.ApiCall;
import io.omnibridge.application.credentials.ApiCallResult;
import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.BorrowResult;
import io.omnibridge.application.credentials.OpenResult;
import io.omnibridge.application.credentials.TimedRefresh;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.identity.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

/**
 * A node that borrows credentials, in a process of its own, so that a test can pause it at a step of the refresh. It is wired as a
 * node is, with shorter timeouts. Each connection sends {@code USER PROVIDER ACCOUNT CALLERS STEP MILLIS}: that many callers borrow at once, and the
 * one that calls the provider pauses at that step for that long. The node sends one line for each caller. It exits at the end of
 * its standard input.
 */
public final class BorrowingNode {

    private static final Duration MAX_WAIT = Duration.ofMinutes(2);

    private final BorrowCredentials borrowCredentials;

    private BorrowingNode(BorrowCredentials borrowCredentials) {
        this.borrowCredentials = borrowCredentials;
    }

    /**
     * Runs until standard input ends.
     *
     * @param arguments the budget of a provider call and the longest delay of its response, in milliseconds
     */
    public static void main(String[] arguments) throws Exception {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        SecureRandom random = new SecureRandom();
        VaultAccess access = new VaultAccess(System.getenv(), clock, random);
        ProviderWiring configured = access.providers();
        ProviderWiring providers = new ProviderWiring(
                new ImpatientCatalogue(configured.catalogue(), millis(arguments[0]), millis(arguments[1])),
                new PausingServers(configured.servers()),
                configured.returnUrls(),
                configured.ageOfKeys(),
                configured.apis(),
                configured.connectors(),
                configured.close());
        GrantWiring grants = access.grants(access.writing(), providers);
        BorrowingNode node = new BorrowingNode(new BorrowCredentials(
                grants.vault().accounts(),
                grants.sealers().credentials(),
                new TimedRefresh(grants.refreshCredentials(), Runnable::run),
                clock,
                System::nanoTime));
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread accepting = new Thread(() -> node.accept(listener), "accepting");
            accepting.setDaemon(true);
            accepting.start();
            System.err.println("borrowing on 127.0.0.1:" + listener.getLocalPort());
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        }
    }

    /** Returns a digest by which tests recognise a token, so that the token itself stays in the process. */
    public static String digest(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept(ServerSocket listener) {
        while (true) {
            try {
                Socket socket = listener.accept();
                new Thread(() -> serve(socket), "serving").start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            String[] words = Objects.requireNonNull(in.readLine()).split(" ", -1);
            AccountKey key =
                    new AccountKey(new UserId(words[0]), new ProviderId(words[1]), new ProviderAccountId(words[2]));
            int callers = Integer.parseInt(words[3]);
            CyclicBarrier start = new CyclicBarrier(callers);
            Thread[] threads = IntStream.range(0, callers)
                    .mapToObj(i -> new Thread(() -> {
                        PausingServers.pauseAt(words[4], millis(words[5]));
                        out.println(result(key, start));
                    }))
                    .toArray(Thread[]::new);
            for (Thread thread : threads) {
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String result(AccountKey key, CyclicBarrier start) {
        try {
            start.await();
            OpenResult opened = borrowCredentials.open(key);
            if (opened instanceof OpenResult.Opened found) {
                return inWords(borrowCredentials.borrow(found.account(), MAX_WAIT, new Digesting()));
            }
            return opened instanceof OpenResult.NeedsReconnect ended ? inWords(ended.reason()) : "not_found";
        } catch (Exception e) {
            return "failed " + e.getClass().getName();
        }
    }

    private static String inWords(BorrowResult<String> borrowed) {
        if (borrowed instanceof BorrowResult.Lent<String> lent) {
            return "lent " + lent.value();
        }
        if (borrowed instanceof BorrowResult.NeedsReconnect<String> ended) {
            return inWords(ended.reason());
        }
        return borrowed instanceof BorrowResult.NotFound ? "not_found" : "unavailable";
    }

    private static String inWords(ReconnectReason reason) {
        return "needs_reconnect " + reason.code().name().toLowerCase(Locale.ROOT);
    }

    /** A call that every API accepts. */
    private record Digesting() implements ApiCall<String> {

        @Override
        public ApiCallResult<String> call(Credentials credentials) {
            return new ApiCallResult.Done<>(digest(credentials.accessToken().reveal()));
        }

        @Override
        public boolean isRefusedElsewhere(Credentials credentials) {
            return false;
        }
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }
}
