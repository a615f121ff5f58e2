package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Sample users, accounts, attempts and actions for tests of ports and use cases. */
public final class Samples {

    public static final UserId ALICE = new UserId("alice");
    public static final UserId BOB = new UserId("bob");
    public static final ProviderId GOOGLE = new ProviderId("google");
    public static final ProviderId NOTION = new ProviderId("notion");
    public static final RequestId REQUEST = new RequestId("request-1");
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    public static final Instant LATER = NOW.plusSeconds(60);

    /** High enough not to matter in a test. */
    public static final int QUOTA = 1_000;

    private static final AtomicLong LINKS = new AtomicLong();

    private Samples() {}

    public static Caller caller(UserId user, Permission... permissions) {
        return new Caller(user, Optional.of(new ClientId("notes-app")), Set.of(permissions));
    }

    public static AccountKey key(UserId owner, ProviderId provider, String providerAccountId) {
        return new AccountKey(owner, provider, new ProviderAccountId(providerAccountId));
    }

    public static AuditedAction action(ActionKind kind, AccountKey key) {
        return AuditedAction.on(key, kind, caller(key.owner()), REQUEST, NOW);
    }

    /** Returns an account that is linked by token, now. Each call returns another link. */
    public static Account account(AccountKey key) {
        return account(key, LinkedBy.TOKEN, NOW);
    }

    public static Account account(AccountKey key, LinkedBy linkedBy, Instant linkedAt) {
        LinkId linkId = new LinkId("%032x".formatted(LINKS.incrementAndGet()));
        return account(key, AccountVersion.first(linkId), linkedBy, linkedAt);
    }

    /** Returns an account at that version, linked by token, now. */
    public static Account account(AccountKey key, AccountVersion version) {
        return account(key, version, LinkedBy.TOKEN, NOW);
    }

    /** Returns the next generation of {@code former}, with other credentials. */
    public static Account renewed(Account former, Instant at) {
        return account(former.key(), former.version().next(), former.metadata().linkedBy(), at);
    }

    /** Returns a pending revocation of the account's grant, created now. Each call returns another one. */
    public static PendingRevocation pendingRevocation(Account account, RevocationScope scope) {
        PendingRevocationId id = new PendingRevocationId("%032x".formatted(LINKS.incrementAndGet()));
        SealedToken sealed = new SealedToken(id.value().getBytes(StandardCharsets.UTF_8));
        return new PendingRevocation(id, account.key(), account.version(), scope, sealed, NOW, LATER, 0);
    }

    /**
     * Returns an attempt that {@code owner} began at {@code begunAt}, for ten minutes. Each call returns another one.
     */
    public static ConnectAttempt attempt(UserId owner, Instant begunAt) {
        AttemptId id = new AttemptId("%032x".formatted(LINKS.incrementAndGet()));
        return new ConnectAttempt(
                id,
                owner,
                1,
                GOOGLE,
                new PinnedProvider(
                        Optional.of("https://id.example"), true, URI.create("https://id.example/token"), "client-1"),
                Scopes.of(List.of("openid", "mail.read")),
                Optional.of(URI.create("https://app.example/connected?a=b")),
                HashedValue.of(id.value()),
                Optional.of(new SealedAttempt(id.value().getBytes(StandardCharsets.UTF_8))),
                new AttemptState.Pending(),
                begunAt,
                begunAt.plusSeconds(600));
    }

    private static Account account(AccountKey key, AccountVersion version, LinkedBy linkedBy, Instant at) {
        Scopes scopes = Scopes.of(List.of("mail.read", "files.read"));
        Optional<Instant> expiresAt = Optional.of(at.plusSeconds(3_600));
        AccountMetadata metadata = AccountMetadata.linked(key, version, scopes, linkedBy, false, expiresAt, at);
        byte[] sealed = version.toString().getBytes(StandardCharsets.UTF_8);
        return new Account(metadata, new SealedCredentials(sealed));
    }
}
