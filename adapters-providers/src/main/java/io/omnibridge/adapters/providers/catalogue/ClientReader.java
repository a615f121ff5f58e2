package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.adapters.support.files.SmallTextFile;
import io.omnibridge.adapters.support.text.Edges;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.credentials.Secret;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a {@link ClientRegistration}. The secret is in the operator's file or in a file of its own. */
final class ClientReader {

    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final Path baseForFiles;

    ClientReader(Path baseForFiles) {
        this.baseForFiles = baseForFiles;
    }

    /** Returns the client, or reports mistakes and returns empty. */
    Optional<ClientRegistration> read(YamlMapping members) {
        Optional<String> id = members.require("client_id")
                .flatMap(it -> ValueParsers.text(it, CLIENT_ID, "must be 1 to 255 visible ASCII characters"));
        ClientAuthentication authentication = members.find("token_endpoint_auth")
                .flatMap(it -> ValueParsers.constant(it, ClientAuthentication.class))
                .orElse(ClientAuthentication.CLIENT_SECRET_BASIC);
        Optional<YamlValue> inline = members.find("client_secret");
        Optional<YamlValue> inFile = members.find("client_secret_file");
        if (authentication == ClientAuthentication.NONE) {
            inline.or(() -> inFile).ifPresent(it -> it.reject("must not be given where token_endpoint_auth is none"));
            return id.map(it -> new ClientRegistration(it, Optional.empty(), authentication));
        }
        Optional<Secret> secret = secret(members, inline, inFile);
        return id.filter(it -> secret.isPresent()).map(it -> new ClientRegistration(it, secret, authentication));
    }

    private Optional<Secret> secret(YamlMapping members, Optional<YamlValue> inline, Optional<YamlValue> inFile) {
        if (inline.isPresent() == inFile.isPresent()) {
            members.reject("must have one of client_secret and client_secret_file");
            return Optional.empty();
        }
        return inline.isPresent()
                ? inline.get().text().flatMap(text -> secret(inline.get(), text))
                : inFile.flatMap(this::fromFile);
    }

    private Optional<Secret> fromFile(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                return secret(value, SmallTextFile.read(baseForFiles.resolve(text)));
            } catch (SmallTextFile.TooLarge e) {
                value.reject("names a file that is too large for a secret");
            } catch (CharacterCodingException e) {
                value.reject("names a file that is not UTF-8");
            } catch (IOException | InvalidPathException e) {
                value.reject("names a file that cannot be read");
            }
            return Optional.empty();
        });
    }

    private static Optional<Secret> secret(YamlValue value, String text) {
        try {
            return Optional.of(new Secret(Edges.requireVisible(text)));
        } catch (InvalidValue e) {
            value.reject(e.getMessage());
            return Optional.empty();
        }
    }
}
