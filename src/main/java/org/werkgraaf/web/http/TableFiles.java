package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.werkgraaf.table.CsvTable;
import org.werkgraaf.table.Link;
import org.werkgraaf.table.Table;
import org.werkgraaf.table.TableOrigin;
import org.werkgraaf.table.XlsxTable;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;

/** Sends tables as files to keep: the one way for every table. */
@Component
public class TableFiles {
    private final WebSettings settings;

    TableFiles(WebSettings settings) {
        this.settings = settings;
    }

    /**
     * @param name of the file, without its ending
     * @param title what the table shows
     * @param release id of the release that it is taken from
     */
    public record Named(String name, String title, String release) {}

    /**
     * The table in a format.
     *
     * @param answer what is sent with it
     */
    public ResponseEntity<byte[]> answer(
            ResponseEntity.BodyBuilder answer,
            TableFormat format,
            HttpServletRequest request,
            Named named,
            Table table) {
        return answer.contentType(format.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + named.name() + "." + format.suffix() + "\"")
                .body(format.workbook() ? workbook(request, named, table) : csv(format, table));
    }

    private byte[] workbook(HttpServletRequest request, Named named, Table table) {
        String query = request.getQueryString();
        String address = settings.baseUrl() + request.getRequestURI() + (query == null ? "" : "?" + query);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XlsxTable.write(table, new TableOrigin(named.title(), address, named.release()), out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to memory", e);
        }
        return out.toByteArray();
    }

    private static byte[] csv(TableFormat format, Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable rows = new CsvTable(new OutputStreamWriter(out, StandardCharsets.UTF_8), format.csv())) {
            rows.all(table);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to memory", e);
        }
        return out.toByteArray();
    }

    /** The id of a thing, which leads to its page; what is no id stays a text. */
    public static @Nullable Object thing(@Nullable String id) {
        return id == null || ThingId.parse(id).isEmpty() ? id : new Link(id, URI.create(ThingId.THINGS + id));
    }
}
