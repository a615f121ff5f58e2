package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.yaml.Members;
import io.omnibridge.adapters.providers.yaml.Problems;
import io.omnibridge.adapters.providers.yaml.Value;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.source.Source;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one provider, every mistake in it at once. */
final class EntryReader {

    private static final Pattern DISPLAY_NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,100}");
    private static final Duration MAX_GRACE = Duration.ofHours(1);

    private final ProviderId id;
    private final Members members;
    private final Problems problems;
    private final ClientReader clients;

    EntryReader(ProviderId id, Members members, Problems problems, ClientReader clients) {
        this.id = id;
        this.members = members;
        this.problems = problems;
        this.clients = clients;
    }

    /** The provider; empty, with problems, if something is wrong with it. */
    Optional<ProviderEntry> read() {
        int before = problems.count();
        Optional<Kind> kind = members.require("kind").flatMap(it -> ValueParsers.word(it, Kind.class));
        boolean isOpenId = kind.equals(Optional.of(Kind.OIDC));
        Optional<OAuthClient> client = clients.read(members);
        Template template = Template.read(members, client.map(OAuthClient::id).orElse("unknown"));
        Endpoints endpoints = new EndpointsReader(members, template).read(kind);
        AuthorizationRules authorization = new AuthorizationReader(members).read(isOpenId);
        TokenRules tokens = new TokenReader(members).read();
        Optional<Identity> identity = identity(template, isOpenId);
        RevocationStyle style = revocationStyle(endpoints, isOpenId);
        Api api = new ApiReader(members, template).read();
        ConnectableProvider shown = shown(authorization, isOpenId, style);
        members.refuseUnknown();
        return problems.count() > before || client.isEmpty() || identity.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProviderEntry(
                        shown, client.get(), endpoints, authorization, tokens, identity.get(), style, api));
    }

    private ConnectableProvider shown(AuthorizationRules authorization, boolean isOpenId, RevocationStyle style) {
        return new ConnectableProvider(
                id,
                members.find("display_name")
                        .flatMap(it -> ValueParsers.text(it, DISPLAY_NAME, "must be 1 to 100 characters"))
                        .orElse(id.value()),
                Set.copyOf(members.find("sources")
                        .map(value -> ValueParsers.list(value, it -> ValueParsers.word(it, Source.class)))
                        .orElse(List.of())),
                authorization.asked(scopes()),
                members.find("pkce").flatMap(ValueParsers::flag).orElse(true),
                isOpenId,
                refresh(),
                revocationScope(style),
                style.takesAccessToken(),
                members.find("grants_page").flatMap(EntryReader::page));
    }

    private Scopes scopes() {
        Optional<Value> value = members.find("scopes");
        List<String> scopes =
                value.map(it -> ValueParsers.list(it, ValueParsers::scope)).orElse(List.of());
        if (scopes.size() > Scopes.MAX_COUNT) {
            value.ifPresent(it -> it.refuse("must have at most " + Scopes.MAX_COUNT + " scopes"));
            return Scopes.none();
        }
        return Scopes.of(scopes);
    }

    private RefreshPolicy refresh() {
        RefreshTokenReuse reuse = members.find("refresh_reuse")
                .flatMap(it -> ValueParsers.word(it, RefreshTokenReuse.class))
                .orElse(RefreshTokenReuse.KILLS_FAMILY);
        Optional<Value> grace = members.find("reuse_grace");
        Duration readGrace = grace.flatMap(ValueParsers::duration).orElse(Duration.ZERO);
        if (readGrace.compareTo(MAX_GRACE) > 0) {
            grace.ifPresent(it -> it.refuse("must be at most 1h"));
        }
        return RefreshPolicy.of(reuse, readGrace);
    }

    private Optional<Identity> identity(Template template, boolean isOpenId) {
        Optional<URI> url = members.find("identity_url").flatMap(template::url);
        List<JsonPointer> parts = members.find("identity_path")
                .map(it -> ValueParsers.oneOrMore(it, ValueParsers::pointer))
                .orElse(List.of());
        boolean isUrlGiven = members.find("identity_url").isPresent();
        boolean isUserinfoAsked =
                members.find("check_userinfo").flatMap(ValueParsers::flag).orElse(true);
        if (parts.isEmpty() && isOpenId && !isUrlGiven) {
            return Optional.of(new Identity.SnapshotScope(isUserinfoAsked));
        }
        if (parts.isEmpty()) {
            members.refuse("must have identity_path, which says where the account's stable id stands");
            return Optional.empty();
        }
        return isUrlGiven ? url.map(it -> new Identity.At(it, parts)) : Optional.of(new Identity.InAnswer(parts));
    }

    private RevocationStyle revocationStyle(Endpoints endpoints, boolean isOpenId) {
        Optional<Value> given = members.find("revocation_style");
        boolean canBeAsked = endpoints.revocation().isPresent();
        RevocationStyle style = given.flatMap(it -> ValueParsers.word(it, RevocationStyle.class))
                .orElse(canBeAsked || isOpenId ? RevocationStyle.RFC7009 : RevocationStyle.NONE);
        if (style != RevocationStyle.NONE && !canBeAsked && !isOpenId) {
            given.ifPresent(it -> it.refuse("needs a revocation_url"));
        }
        return style;
    }

    private RevocationScope revocationScope(RevocationStyle style) {
        RevocationScope scope = members.find("revocation_scope")
                .flatMap(it -> ValueParsers.word(it, RevocationScope.class))
                .orElse(RevocationScope.TOKEN);
        return style == RevocationStyle.NONE ? RevocationScope.NONE : scope;
    }

    private static Optional<URI> page(Value value) {
        return value.text().flatMap(text -> {
            Optional<URI> url = Urls.parse(text);
            if (url.isEmpty()) {
                value.refuse(Urls.RULE);
            }
            return url;
        });
    }
}
