package io.omnibridge.adapters.store.canary;

import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkAttemptSealer;
import io.omnibridge.adapters.store.sealing.TinkRevocationSealer;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Secrets of a connect attempt and of a pending revocation, to be searched for in the files of a server. */
final class ConnectCanaries {

    private static final String VERIFIER = "canary/pkce+verifier~0123456789";
    private static final String NONCE = "canary/openid+nonce~0123456789";
    private static final String CODE = "canary/code+returned~0123456789";
    private static final String STATE = "canary/oauth+state~0123456789";
    private static final String TICKET = "canary/browser+ticket~0123456789";
    private static final String TO_REVOKE = "canary/token+to+revoke~0123456789";

    static final List<String> ALL = List.of(VERIFIER, NONCE, CODE, STATE, TICKET, TO_REVOKE);

    private static final String ISSUER = "https://issuer.example";

    private ConnectCanaries() {}

    /** Begins an attempt, handles its callback, and adds a pending revocation. */
    static void leaveIn(DurableStore store, AuditChain chain) {
        Keyset keyset = Keyset.generate();
        returnFromProvider(VaultPorts.over(store.users(), chain).attempts(), new TinkAttemptSealer(keyset, ISSUER));
        PendingRevocation sample =
                pendingRevocation(account(key(Canaries.USER, GOOGLE, "gone")), RevocationScope.TOKEN);
        RevocableToken token = new RevocableToken(
                new Secret(TO_REVOKE), true, new TokenOrigin("client", URI.create("https://id.example")));
        PendingRevocation pending =
                sample.withSealed(new TinkRevocationSealer(keyset, ISSUER).seal(sample.id(), sample.account(), token));
        assertTrue(VaultPorts.over(store.users(), chain)
                .pendingRevocations()
                .add(pending, action(ActionKind.REVOKE, pending.account())));
    }

    private static void returnFromProvider(ConnectAttempts attempts, TinkAttemptSealer sealer) {
        AuditedAction action = action(ActionKind.CONNECT, key(Canaries.USER, GOOGLE, "work"));
        AttemptSecrets secrets =
                new AttemptSecrets(Optional.of(new Secret(VERIFIER)), Optional.of(new Secret(NONCE)), Optional.empty());
        ConnectAttempt any = attempt(Canaries.USER, NOW);
        ConnectAttempt begun = new ConnectAttempt(
                any.id(),
                any.owner(),
                1,
                any.provider(),
                any.pinned(),
                any.scopes(),
                any.returnTo(),
                HashedValue.of(STATE),
                Optional.of(sealer.seal(any.id(), any.owner(), any.provider(), secrets)),
                any.state(),
                NOW,
                any.expiresAt());
        assertTrue(attempts.begin(begun, 1, action));
        ConnectAttempt returned = begun.nextRevision(
                new AttemptState.Returned(HashedValue.of(TICKET), NOW, 0),
                Optional.of(sealer.seal(any.id(), any.owner(), any.provider(), secrets.with(new Secret(CODE)))));
        assertTrue(attempts.proceed(returned, action.withOutcome(AuditOutcome.RETURNED)));
        assertTrue(attempts.findByState(HashedValue.of(STATE)).isPresent());
    }
}
