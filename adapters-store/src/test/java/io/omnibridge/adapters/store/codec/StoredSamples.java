package io.omnibridge.adapters.store.codec;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;

import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The values that the golden files have, in their order. */
public final class StoredSamples {

    public static final AttemptId ATTEMPT = new AttemptId("a".repeat(32));
    public static final PendingRevocationId REVOCATION = new PendingRevocationId("b".repeat(32));

    private static final AccountVersion VERSION = new AccountVersion(new LinkId("1".repeat(32)), 7);
    private static final SealedAttempt SECRETS = new SealedAttempt("secrets?>".getBytes(StandardCharsets.UTF_8));

    private StoredSamples() {}

    /** As linked, as used and refreshed since, with as little as an account can have, as seen since with its origin, with a label, and with use of its data. */
    public static List<AccountMetadata> accounts() {
        AccountMetadata linked = AccountMetadata.linked(
                key(ALICE, GOOGLE, "work:a|b"),
                VERSION,
                Scopes.of(List.of("mail.read", "files.read")),
                LinkedBy.CONNECT,
                true,
                Optional.of(LATER),
                NOW);
        AccountMetadata least = AccountMetadata.linked(
                key(ALICE, NOTION, "0"),
                AccountVersion.first(new LinkId("0".repeat(32))),
                Scopes.none(),
                LinkedBy.TOKEN,
                false,
                Optional.empty(),
                NOW);
        return List.of(
                linked,
                linked.withUsedAt(LATER).withRefresh(new RefreshState.Calling(Optional.empty(), NOW, LATER, 2)),
                least,
                linked.withSeenAt(LATER)
                        .withOrigin(Optional.of(new TokenOrigin("client-1", URI.create("https://id.example")))),
                least.withLabel(Optional.of(new AccountLabel("Alice \"work\""))),
                least.withLabel(Optional.of(new AccountLabel("work"))).withDataUsedAt(LATER));
    }

    /** In each state, and with as little as an attempt can have. */
    public static List<ConnectAttempt> attempts() {
        ConnectAttempt pending = attempt(
                new PinnedProvider(
                        Optional.of("https://id.example"), true, URI.create("https://id.example/token"), "client-1"),
                Optional.of(URI.create("https://app.example/connected?a=b")));
        ConnectAttempt returned = pending.nextRevision(
                new AttemptState.Returned(HashedValue.of("ticket"), LATER, 1), Optional.of(SECRETS));
        ConnectAttempt exchanging = returned.nextRevision(new AttemptState.Exchanging(LATER), Optional.empty());
        return List.of(
                pending,
                returned,
                exchanging,
                exchanging.nextRevision(
                        new AttemptState.Completed(new ProviderAccountId("work"), true), Optional.empty()),
                exchanging.failed(AttemptFailure.EXCHANGE_UNKNOWN),
                attempt(
                        new PinnedProvider(Optional.empty(), false, URI.create("http://127.0.0.1:1/t"), "c"),
                        Optional.empty()));
    }

    public static List<PendingRevocation> revocations() {
        return List.of(new PendingRevocation(
                REVOCATION,
                key(ALICE, GOOGLE, "work"),
                VERSION,
                RevocationScope.GRANT,
                new SealedToken("sealed?>".getBytes(StandardCharsets.UTF_8)),
                NOW,
                LATER,
                3));
    }

    private static ConnectAttempt attempt(PinnedProvider pinned, Optional<URI> returnTo) {
        return new ConnectAttempt(
                ATTEMPT,
                ALICE,
                1,
                GOOGLE,
                pinned,
                Scopes.of(List.of("openid", "mail.read")),
                returnTo,
                HashedValue.of("state"),
                Optional.of(SECRETS),
                new AttemptState.Pending(),
                NOW,
                LATER);
    }
}
