package org.werkgraaf.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivesTest {
    private final Gives gives = new Gives();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal|35000.0|en|More than 35,000 riders.",
                "decimal|35000.0|nl|Ruim 35.000 koeriers.",
                "decimal|35000.0|fr|Plus de 35 000 coursiers.",
                "decimal|2500000.0|nl|Een boete van 2,5 miljoen euro.",
                "decimal|3700000000.0|fr|Un marché de 3,7 milliards.",
                "decimal|33.3|fr|Environ 33,3 % des firmes.",
                "integer|21|en|Twenty-one riders.",
                "integer|21|nl|Eenentwintig koeriers.",
                "integer|21|fr|Vingt-et-un coursiers.",
                "integer|10000|nl|Tienduizend stappen.",
                "integer|1000000|fr|Une amende d'un million d'euros.",
                "integer|1|en|She was dismissed.",
                "date|2024-08-01|fr|En vigueur depuis le 1er août 2024.",
                "date|2019-07-16|en|Inspected on 16 and 17 July 2019.",
                "gYearMonth|2018-02|nl|Dat was in februari 2018.",
                "gYear|2011|en|The school years 2011 to 2015."
            })
    void findsWhatIsGivenInFiguresOrWords(String type, String value, String language, String text) {
        assertThat(given(type, value, language, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal|35000.0|en|More than 350,000 riders.",
                "decimal|2500000.0|nl|Een boete van 2,5 euro.",
                "decimal|25.0|nl|Een boete van 2,5 miljoen euro.",
                "integer|21|en|One of the riders.",
                "date|2024-08-01|en|In force from 11 August 2024.",
                "date|2024-08-01|en|On 1 May 2024 it was said that August is late.",
                "gYearMonth|2018-02|nl|Dat was in maart 2018.",
                "gYear|2011|en|There were 20,115 riders."
            })
    void findsNothingWhereAnotherIsGiven(String type, String value, String language, String text) {
        assertThat(given(type, value, language, text)).isFalse();
    }

    private boolean given(String type, String value, String language, String text) {
        NodeValue figure = NodeValue.makeNode(
                NodeFactory.createLiteralDT(value, TypeMapper.getInstance().getTypeByName(XSD.getURI() + type)));
        return gives.exec(figure, NodeValue.makeNode(NodeFactory.createLiteralLang(text, language)))
                .getBoolean();
    }
}
