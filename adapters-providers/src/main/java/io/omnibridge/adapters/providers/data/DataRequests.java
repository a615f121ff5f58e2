package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.support.http.OutboundHttp;
import io.omnibridge.application.port.ReadContent;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the requests of reads. Of the client's headers only a few pass, and none that names a user, a host or another method. */
final class DataRequests {

    private static final List<String> OF_CLIENT = List.of("accept-language", "if-none-match", "if-modified-since");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{1,1024}");

    /** One range of bytes (RFC 9110 §14.1.2). */
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18}-[0-9]{0,18}|-[0-9]{1,18})");

    private final DataClient client;

    DataRequests(DataClient client) {
        this.client = client;
    }

    /** Returns the request to the API, with the user's token. */
    HttpRequest.Builder toApi(MatchedRead read, ProviderEntry entry, Secret token) throws CallFailed {
        HttpRequest.Builder request = begin(read, read.url());
        entry.api().headers().forEach(request::setHeader);
        setOurs(request, read);
        request.setHeader("Authorization", entry.api().tokenScheme() + " " + token.reveal());
        return request;
    }

    /** Returns the request to where a media read was redirected, without the token. */
    HttpRequest.Builder toDownload(MatchedRead read, URI target) throws CallFailed {
        HttpRequest.Builder request = begin(read, target);
        setOurs(request, read);
        return request;
    }

    private HttpRequest.Builder begin(MatchedRead read, URI url) throws CallFailed {
        HttpRequest.Builder request = withMethod(client.request(url), read.request());
        OF_CLIENT.forEach(name -> header(read, name).ifPresent(value -> request.setHeader(name, value)));
        if (read.rule().of() == ReadContent.MEDIA) {
            range(read).forEach(request::setHeader);
        }
        return request;
    }

    /** A range with a condition goes with it, or not at all: else the client could put two versions together (RFC 9110 §13.1.5). */
    private static Map<String, String> range(MatchedRead read) {
        Optional<String> range =
                header(read, "range").filter(it -> RANGE.matcher(it).matches());
        if (range.isEmpty() || !read.request().headers().containsKey("if-range")) {
            return range.map(it -> Map.of("Range", it)).orElse(Map.of());
        }
        return header(read, "if-range")
                .map(condition -> Map.of("Range", range.get(), "If-Range", condition))
                .orElse(Map.of());
    }

    private static void setOurs(HttpRequest.Builder request, MatchedRead read) {
        request.setHeader("Accept", read.rule().of() == ReadContent.MEDIA ? "*/*" : "application/json");
        request.setHeader("Accept-Encoding", OutboundHttp.ACCEPT_ENCODING);
        request.setHeader("User-Agent", OutboundHttp.USER_AGENT);
        if (read.request().method() == ReadMethod.POST) {
            request.setHeader("Content-Type", "application/json");
        }
    }

    private static Optional<String> header(MatchedRead read, String name) {
        return Optional.ofNullable(read.request().headers().get(name))
                .filter(it -> VALUE.matcher(it).matches());
    }

    private static HttpRequest.Builder withMethod(HttpRequest.Builder request, ApiRequest client) {
        return switch (client.method()) {
            case GET -> request.GET();
            case HEAD -> request.method("HEAD", BodyPublishers.noBody());
            case POST -> request.POST(BodyPublishers.ofString(client.body().orElse("")));
        };
    }
}
