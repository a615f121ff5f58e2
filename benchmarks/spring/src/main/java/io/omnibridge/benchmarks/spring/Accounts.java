package io.omnibridge.benchmarks.spring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The user's accounts, one for each registration at most: that is what the service can hold. */
@RestController
class Accounts {

    private static final Clock CLOCK = Clock.systemUTC();

    private final OAuth2AuthorizedClientService clients;
    private final InMemoryClientRegistrationRepository registrations;

    Accounts(OAuth2AuthorizedClientService clients, InMemoryClientRegistrationRepository registrations) {
        this.clients = clients;
        this.registrations = registrations;
    }

    @GetMapping("/accounts")
    Linked list(Authentication user) {
        Instant now = CLOCK.instant();
        return new Linked(StreamSupport.stream(registrations.spliterator(), false)
                .map(registration -> load(registration, user))
                .filter(Objects::nonNull)
                .map(client -> AccountView.of(client, now))
                .toList());
    }

    @PostMapping("/accounts/link")
    @ResponseStatus(HttpStatus.CREATED)
    LinkedOne link(Authentication user, @RequestBody LinkRequest request) {
        ClientRegistration registration = registrations.findByRegistrationId(request.provider());
        if (registration == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Instant now = CLOCK.instant();
        OAuth2AuthorizedClient client = request.grant(registration, user.getName(), now);
        clients.saveAuthorizedClient(client, user);
        return new LinkedOne("linked", AccountView.of(client, now));
    }

    private @Nullable OAuth2AuthorizedClient load(ClientRegistration registration, Authentication user) {
        return clients.loadAuthorizedClient(registration.getRegistrationId(), user.getName());
    }

    record Linked(List<AccountView> accounts) {}

    record LinkedOne(String status, AccountView account) {}

    /** As much of OmniBridge's request as the service can hold. */
    record LinkRequest(
            String provider, String accessToken, @Nullable String refreshToken, long expiresIn, String scope) {

        OAuth2AuthorizedClient grant(ClientRegistration registration, String user, Instant now) {
            OAuth2AccessToken access = new OAuth2AccessToken(
                    TokenType.BEARER, accessToken, now, now.plusSeconds(expiresIn), Set.of(scope.split(" ")));
            OAuth2RefreshToken refresh = refreshToken == null ? null : new OAuth2RefreshToken(refreshToken, now);
            return new OAuth2AuthorizedClient(registration, user, access, refresh);
        }
    }
}
