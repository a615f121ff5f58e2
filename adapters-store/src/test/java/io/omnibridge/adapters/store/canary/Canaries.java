package io.omnibridge.adapters.store.canary;

import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.LinkAccountCommand;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Secrets that are stored to be looked for in the files of a server. */
public final class Canaries {

    /** Whose account they are in: what may well be found. */
    public static final UserId USER = new UserId("canary-user-whom-anybody-may-find");

    /** What percent-encoding changes is in it. */
    private static final String ACCESS = "canary/access+token~0123456789";

    private static final String REFRESH = "canary/refresh+token~9876543210";

    private Canaries() {}

    /** Links an account twice, with different tokens; leaves an attempt in progress and a pending revocation. */
    public static void leaveIn(DurableStore durable, AuditChain chain) {
        link(VaultPorts.over(durable.users(), chain).accounts());
        ConnectCanaries.leaveIn(durable, chain);
    }

    private static void link(TokenStore store) {
        link(store, ACCESS, REFRESH);
        link(store, REFRESH, ACCESS);
        assertTrue(store.find(key(USER, GOOGLE, "work")).isPresent());
    }

    /** No secret is in any file under {@code directory}, in no form. */
    public static void assertNoneIn(Path directory) throws IOException {
        List<String> forms = Stream.concat(Stream.of(ACCESS, REFRESH), ConnectCanaries.ALL.stream())
                .flatMap(secret -> forms(secret).stream())
                .toList();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .map(Canaries::content)
                    .forEach(content -> forms.forEach(form -> assertFalse(content.contains(form), form)));
        }
    }

    private static void link(TokenStore store, String access, String refresh) {
        LinkAccount link = new LinkAccount(
                store,
                new AccountFactory(
                        new TinkCredentialSealer(Keyset.generate(), "https://issuer.example"), new SecureRandom()),
                10,
                Clock.fixed(NOW, ZoneOffset.UTC));
        Credentials credentials = new Credentials(
                new Secret(access), Optional.empty(), Optional.of(new Secret(refresh)), Optional.empty());
        AccountKey key = key(USER, GOOGLE, "work");
        link.link(
                caller(USER),
                new RequestId("request"),
                new LinkAccountCommand(
                        key.provider(),
                        key.providerAccountId(),
                        new Grant(credentials, Scopes.none(), Optional.empty())));
    }

    /** Base64 without its ends, which depend on what stands beside it. */
    private static List<String> forms(String token) {
        byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return List.of(
                token,
                base64.substring(0, base64.length() - 4),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                token.replace("/", "%2F").replace("+", "%2B"));
    }

    /** How many files under {@code directory} have {@code text} in them. */
    public static long filesWith(Path directory, String text) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> content(file).contains(text))
                    .count();
        }
    }

    /** Nothing where the file has gone meanwhile. */
    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
