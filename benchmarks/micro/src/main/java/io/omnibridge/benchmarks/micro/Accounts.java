package io.omnibridge.benchmarks.micro;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts as users have them: three scopes, tokens as long as Google's. */
final class Accounts {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    static final Scopes SCOPES = Scopes.of(List.of("openid", "email", "profile"));

    private static final int SEALED_BYTES = 400;

    private Accounts() {}

    /** Credentials as Google gives them, with an hour to live. */
    static Grant grant() {
        Credentials credentials = new Credentials(
                new Secret("ya29.".concat("a0AfH6SMBx".repeat(16))),
                Optional.of(NOW.plusSeconds(3_600)),
                Optional.of(new Secret("1//".concat("0gLn5k3QzT".repeat(10)))),
                Optional.empty());
        return new Grant(credentials, SCOPES, Optional.empty());
    }

    static AccountKey key(String user, int account) {
        return new AccountKey(
                new UserId(user), new ProviderId("google"), new ProviderAccountId("11016948447438627" + account));
    }

    static Account account(AccountKey key) {
        LinkId linkId = new LinkId("00112233445566778899aabbccddeeff");
        AccountMetadata metadata = AccountMetadata.linked(
                key,
                AccountVersion.first(linkId),
                SCOPES,
                LinkedBy.TOKEN,
                false,
                Optional.of(NOW.plusSeconds(3_600)),
                NOW);
        return new Account(metadata, new SealedCredentials(new byte[SEALED_BYTES]));
    }
}
