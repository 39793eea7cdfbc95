/** Shows an amount of money, exact for machines and worded for people. */
import 'reflect-metadata';
import { GraphQLSafeInt } from 'graphql-scalars';
import { Arg, Field, ObjectType } from 'type-graphql';
import { CurrencyCode } from '../scalars/currency-code';
import { formatMoney } from '../format-money';

/** Integer minor units of a currency. */
@ObjectType({ simpleResolvers: true, description: 'An exact amount of money.' })
export class Money {
  @Field(() => GraphQLSafeInt, { description: 'In minor units of the currency: 14900 is $149.00.' })
  minorUnits!: number;

  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string;

  @Field(() => String, { description: 'As people of a locale write it.' })
  formatted(
    @Arg('locale', () => String, {
      nullable: true,
      defaultValue: 'en-US',
      description: 'A BCP 47 language tag, for instance de-DE.',
    })
    locale: string | null,
  ): string {
    return formatMoney(this.minorUnits, this.currency, locale ?? 'en-US');
  }
}
